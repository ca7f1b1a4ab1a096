package seed

// kind is a kind of product with what it costs, in whole euros.
type kind struct {
	category, noun  string
	lowest, highest int64
}

var kinds = []kind{
	{"bags", "shoulder bag", 30, 180},
	{"blouses", "blouse", 25, 90},
	{"boots", "ankle boots", 60, 240},
	{"cardigans", "cardigan", 35, 120},
	{"coats", "coat", 90, 380},
	{"dresses", "dress", 30, 160},
	{"hats", "hat", 15, 50},
	{"jackets", "jacket", 60, 250},
	{"jeans", "jeans", 40, 140},
	{"jumpers", "jumper", 30, 130},
	{"sandals", "sandals", 30, 110},
	{"scarves", "scarf", 15, 70},
	{"shirts", "shirt", 25, 95},
	{"shorts", "shorts", 20, 70},
	{"skirts", "skirt", 25, 110},
	{"sneakers", "sneakers", 50, 170},
	{"socks", "socks", 5, 20},
	{"swimwear", "swimsuit", 25, 90},
	{"t-shirts", "t-shirt", 10, 45},
	{"trousers", "trousers", 35, 130},
}

// brands exist only here.
var brands = []string{
	"Ahorn & Elle", "Brisenhof", "Cordula Wray", "Dünenpfad", "Eskildane", "Fjordgård", "Grauwerk Nord", "Halmstrøm",
	"Isarluft", "Jolanda Fenn", "Kiefernholm", "Lumora Vale", "Marrow & Lane", "Nebelkind", "O'Malva", "Pernille Sundt",
	"Quillow", "Rosenquarz Nr. 4", "Seidenfuchs", "Tessel & Thorn", "Umbrafield", "Vesperine", "Wollgrund", "Zimtschnee",
}

var lines = []string{
	"Alba", "Birka", "Cleo", "Dalia", "Enno", "Finja", "Gesa", "Hedda", "Ilvy", "Jorin", "Kaja", "Levke", "Mika", "Nele",
	"Odin", "Piet", "Romy", "Svea", "Tjark", "Wanda",
}

var cuts = []string{
	"boxy", "classic", "cropped", "easy", "everyday", "fitted", "flowing", "lined", "long", "oversized", "pleated",
	"relaxed", "slim", "soft", "straight", "washed",
}

var colors = []string{
	"anthracite", "black", "blush", "bottle green", "camel", "cobalt", "cream", "lilac", "moss", "navy", "ochre",
	"petrol", "rust", "sand", "silver", "white",
}

var materials = []string{
	"organic cotton", "linen and cotton", "responsible wool", "lyocell with a soft fall", "recycled polyamide",
	"vegetable-tanned leather", "mulberry silk", "hemp and viscose",
}

var remarks = []string{
	"Cut generously; take your usual size.", "Falls small; take one size up.", "Made for days that start cold.",
	"Pairs with almost everything.", "Wash at 30 °C and dry it flat.", "The seams are taped, the pockets are deep.",
	"Our fitting team's favourite this season.", "Wear it in and it gets better.",
}
