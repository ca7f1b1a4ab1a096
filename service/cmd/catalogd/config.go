package main

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"time"

	"example.com/shop/admin"
)

// config is everything that can be set. Secrets and addresses of other systems come by the environment, because flags
// are seen by everyone who can list processes; the rest are flags.
type config struct {
	grpcAddr, adminAddr       string
	logLevel                  slog.Level
	migrate, reflection       bool
	seed                      int
	rateLimit                 int
	maxConns                  int
	maxConnectionAge          time.Duration
	drain, stopTimeout        time.Duration
	tlsCert, tlsKey, tlsCA    string
	redisPrefix               string
	productFresh, offerFresh  time.Duration
	mutexFraction, blockNanos int

	mysqlDSN, replicaDSN, redisAddr string
	recommendationsAddr             string
	tokenKey                        []byte

	embedded bool // no real engines were given
}

const embeddedProducts = 10_000

const environment = `
Environment:
  CATALOG_MYSQL_DSN             user:password@tcp(host:3306)/database; without it and CATALOG_REDIS_ADDR, both
                                engines run inside this process
  CATALOG_MYSQL_REPLICA_DSN     a replica that serves reads while it keeps up
  CATALOG_REDIS_ADDR            host:6379 or redis://user:password@host:6379/0
  CATALOG_PAGE_TOKEN_KEY        64 or more hexadecimal digits, the same on every instance
  CATALOG_RECOMMENDATIONS_ADDR  host:port of shop.recommendation.v1; without it, pages have no recommendations
  OTEL_EXPORTER_OTLP_ENDPOINT   where traces go; without it they are not recorded
`

func parseConfig(args []string, getenv func(string) string, output io.Writer) (*config, error) {
	c := &config{
		mysqlDSN:            getenv("CATALOG_MYSQL_DSN"),
		replicaDSN:          getenv("CATALOG_MYSQL_REPLICA_DSN"),
		redisAddr:           getenv("CATALOG_REDIS_ADDR"),
		recommendationsAddr: getenv("CATALOG_RECOMMENDATIONS_ADDR"),
	}
	c.embedded = c.mysqlDSN == "" && c.redisAddr == ""
	flags := flag.NewFlagSet("catalogd", flag.ContinueOnError)
	flags.SetOutput(output)
	flags.Usage = func() {
		fmt.Fprintln(output, "catalogd serves products and offers over gRPC.\n\nFlags:")
		flags.PrintDefaults()
		fmt.Fprint(output, environment)
	}
	c.define(flags)
	if err := flags.Parse(args); err != nil {
		return nil, err
	}
	if flags.NArg() > 0 {
		return nil, fmt.Errorf("unexpected argument %q; flags start with a hyphen", flags.Arg(0))
	}
	if c.embedded {
		c.setEmbedded(flags)
	}
	return c, errors.Join(c.check(), c.readTokenKey(getenv("CATALOG_PAGE_TOKEN_KEY")))
}

func (c *config) define(flags *flag.FlagSet) {
	flags.StringVar(&c.grpcAddr, "grpc-addr", "127.0.0.1:50051", "`address` for callers; port 0 takes a free one")
	flags.StringVar(&c.adminAddr, "admin-addr", admin.DefaultAddr, "`address` for the operator: metrics, health, profiles; keep it off the network")
	flags.TextVar(&c.logLevel, "log-level", slog.LevelInfo, "`level`: debug, info, warn or error")
	flags.DurationVar(&c.productFresh, "product-fresh", 5*time.Minute, "how long a copy of a product is served without asking MySQL again")
	flags.DurationVar(&c.offerFresh, "offer-fresh", time.Minute, "the same for offers; their changes arrive by the feed, and this bounds what a missed one could cost")
	flags.StringVar(&c.redisPrefix, "redis-prefix", "", "put before every key, for deployments that share a Redis")
	flags.BoolVar(&c.migrate, "migrate", false, "bring the database's schema up to date at the start (embedded: always)")
	flags.IntVar(&c.seed, "seed", 0, "make up this many products if they are not there (embedded: 10000 unless set)")
	flags.BoolVar(&c.reflection, "reflection", false, "let clients such as grpcurl ask for the API (embedded: always)")
	flags.IntVar(&c.rateLimit, "rate-limit", 2000, "calls a second of one client, with bursts of twice as many; 0: no limit")
	flags.IntVar(&c.maxConns, "mysql-conns", 16, "connections to each MySQL server, and so the most queries at once")
	flags.DurationVar(&c.maxConnectionAge, "max-connection-age", 5*time.Minute, "after this a client is asked to connect again, so that it finds new instances; 0: never")
	flags.DurationVar(&c.drain, "drain", 0, "how long to go on serving after readiness turned off; give it the time your load balancer needs to notice")
	flags.DurationVar(&c.stopTimeout, "stop-timeout", 15*time.Second, "how long calls in flight may take at the end; more than the longest deadline of 10 s")
	flags.StringVar(&c.tlsCert, "tls-cert", "", "PEM `file` with the server's certificate; without it callers use plain text")
	flags.StringVar(&c.tlsKey, "tls-key", "", "PEM `file` with its key")
	flags.StringVar(&c.tlsCA, "tls-client-ca", "", "PEM `file` with the authorities whose client certificates are required")
	flags.IntVar(&c.mutexFraction, "mutex-profile", 0, "sample one of so many contended locks; 0: none")
	flags.IntVar(&c.blockNanos, "block-profile", 0, "sample one blocking event for so many nanoseconds blocked; 0: none")
}

func (c *config) setEmbedded(flags *flag.FlagSet) {
	c.migrate, c.reflection = true, true
	seedSet := false
	flags.Visit(func(f *flag.Flag) { seedSet = seedSet || f.Name == "seed" })
	if !seedSet {
		c.seed = embeddedProducts
	}
}

// #region check

func (c *config) check() error {
	var wrong []error
	if (c.mysqlDSN == "") != (c.redisAddr == "") {
		wrong = append(wrong, errors.New("set both CATALOG_MYSQL_DSN and CATALOG_REDIS_ADDR, or neither for the embedded engines"))
	}
	if c.embedded && c.replicaDSN != "" {
		wrong = append(wrong, errors.New("CATALOG_MYSQL_REPLICA_DSN needs CATALOG_MYSQL_DSN: the embedded engines have no replica"))
	}
	if c.seed < 0 || c.rateLimit < 0 || c.maxConns < 1 {
		wrong = append(wrong, errors.New("-seed and -rate-limit are not negative, and -mysql-conns is at least 1"))
	}
	if c.productFresh <= 0 || c.offerFresh <= 0 {
		wrong = append(wrong, errors.New("-product-fresh and -offer-fresh must be positive"))
	}
	if (c.tlsCert == "") != (c.tlsKey == "") || (c.tlsCA != "" && c.tlsCert == "") {
		wrong = append(wrong, errors.New("-tls-cert and -tls-key go together, and -tls-client-ca needs both"))
	}
	return errors.Join(wrong...)
}

// #endregion check

// readTokenKey makes up a key when none is set: tokens then end with the process, which one embedded instance may do
// and several real ones behind a load balancer may not.
func (c *config) readTokenKey(digits string) error {
	if digits == "" {
		if !c.embedded {
			return errors.New("set CATALOG_PAGE_TOKEN_KEY, the same on every instance: for example the output of openssl rand -hex 32")
		}
		c.tokenKey = make([]byte, 32)
		_, _ = rand.Read(c.tokenKey) // never returns an error
		return nil
	}
	key, err := hex.DecodeString(digits)
	if err != nil || len(key) < 32 {
		return errors.New("CATALOG_PAGE_TOKEN_KEY must be 64 or more hexadecimal digits")
	}
	c.tokenKey = key
	return nil
}
