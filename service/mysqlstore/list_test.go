package mysqlstore

import (
	"database/sql"
	"fmt"
	"strings"
	"testing"

	"example.com/shop/catalog"
	"example.com/shop/seed"
)

const (
	bigCategory = 30_000 // products
	pageSize    = 24
	deep        = 1000 * pageSize // positions before the page that the tests ask for
)

// fillCategory puts bigCategory products of two brands into "dresses", at a dozen prices, and some into another one.
func fillCategory(t *testing.T, db *sql.DB) {
	t.Helper()
	for first := catalog.ProductID(1); first < bigCategory; first += 1000 {
		err := seed.Write(t.Context(), db, func(yield func(catalog.Product, catalog.Offer) bool) {
			for p, o := range seed.Products(first, 1000) {
				p.Brand = []string{"Quillow", "Quillow", "Quillow", "Quillow", "Quillow", "Vesperine"}[p.ID%6]
				p.Category, o.Price.MinorUnits = "dresses", 1000*(1+o.Price.MinorUnits%12)
				if !yield(p, o) {
					return
				}
				p.ID, o.ProductID, p.Category = p.ID+bigCategory, o.ProductID+bigCategory, "coats"
				if p.ID%10 == 0 && !yield(p, o) {
					return
				}
			}
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if _, err := db.ExecContext(t.Context(), "ANALYZE TABLE offers"); err != nil {
		t.Fatal(err)
	}
}

// planCase is a listing with the index that it must read.
type planCase struct {
	query    catalog.ListQuery
	index    string
	coverage bool // the index alone answers
}

func planCases() []planCase {
	var cases []planCase
	low, high := int64(2000), int64(11_000)
	for _, order := range []catalog.SortOrder{catalog.Newest, catalog.PriceAscending, catalog.PriceDescending} {
		for _, brand := range []string{"", "Quillow"} {
			for _, inStock := range []bool{false, true} {
				index := "newest"
				if order != catalog.Newest {
					index = "price"
				}
				if brand != "" {
					index = "brand_" + index
				}
				query := catalog.ListQuery{
					Category: "dresses", Brand: brand, InStockOnly: inStock, Sort: order, Limit: pageSize + 1,
				}
				cases = append(cases, planCase{query, index, !inStock})
				query.MinPrice, query.MaxPrice = &low, &high
				cases = append(cases, planCase{query, index, !inStock})
			}
		}
	}
	return cases
}

func (c planCase) String() string {
	return fmt.Sprintf("order %d brand %q bounded %t in stock %t",
		c.query.Sort, c.query.Brand, c.query.MinPrice != nil, c.query.InStockOnly)
}

// TestListReadsOnlyItsPage counts the rows that the server touches for the first page and for page 1,001.
func TestListReadsOnlyItsPage(t *testing.T) {
	needsServer(t)
	db := openDB(t, newDatabase(t))
	fillCategory(t, db)
	conn, err := db.Conn(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	for _, c := range planCases() {
		t.Run(c.String(), func(t *testing.T) {
			checkPlan(t, conn, c)
			if c.query.After = positionAt(t, conn, c.query, deep/2); c.query.After == nil {
				t.Fatal("the listing is too short")
			}
			checkPlan(t, conn, c)
			if c.query.Brand == "" && c.query.MinPrice == nil && !c.query.InStockOnly {
				c.query.After = positionAt(t, conn, c.query, deep)
				checkPlan(t, conn, c)
			}
		})
	}
}

// #region check-plan

func checkPlan(t *testing.T, conn *sql.Conn, c planCase) {
	t.Helper()
	statement, arguments := listStatement(c.query)
	plan := explain(t, conn, statement, arguments)
	extra := plan["Extra"]
	if plan["key"] != c.index || plan["type"] == "ALL" || plan["type"] == "index" {
		t.Errorf("reads by %s of index %q, want %q", plan["type"], plan["key"], c.index)
	}
	if strings.Contains(extra, "filesort") || strings.Contains(extra, "temporary") {
		t.Errorf("sorts: %s", extra)
	}
	if c.coverage && !strings.Contains(extra, "Using index") {
		t.Errorf("reads rows beside the index: %s", extra)
	}
	// A tenth is out of stock, and a listing by age reads past prices out of bounds. Per entry one read of the
	// index, and one of the row if it is needed.
	allowed := c.query.Limit + 2
	if c.query.InStockOnly || c.query.MinPrice != nil {
		allowed = 4 * c.query.Limit
	}
	if reads := handlerReads(t, conn, statement, arguments); reads > allowed {
		t.Errorf("after %+v: %d reads for %d positions, want at most %d", c.query.After, reads, c.query.Limit, allowed)
	}
}

// #endregion check-plan

// positionAt returns the position at offset of the listing.
func positionAt(t *testing.T, conn *sql.Conn, query catalog.ListQuery, offset int) *catalog.Position {
	t.Helper()
	query.Limit, query.After = 1, nil
	statement, arguments := listStatement(query)
	var p catalog.Position
	err := conn.QueryRowContext(t.Context(), statement+" OFFSET ?", append(arguments, offset)...).Scan(&p.ID, &p.Price)
	if err != nil {
		t.Fatalf("position at %d: %v", offset, err)
	}
	return &p
}
