package main

import (
	"errors"
	"flag"
	"io"
	"strings"
	"testing"
)

func environ(pairs ...string) func(string) string {
	values := map[string]string{}
	for i := 0; i < len(pairs); i += 2 {
		values[pairs[i]] = pairs[i+1]
	}
	return func(name string) string { return values[name] }
}

var realEngines = []string{
	"CATALOG_MYSQL_DSN", "app:hunter2@tcp(db:3306)/catalog", "CATALOG_REDIS_ADDR", "redis:6379",
	"CATALOG_PAGE_TOKEN_KEY", strings.Repeat("0f", 32),
}

func TestConfigMistakesAreExplained(t *testing.T) {
	rows := []struct {
		name string
		args []string
		env  []string
		want string
	}{
		{"only MySQL", nil, realEngines[:2], "set both CATALOG_MYSQL_DSN and CATALOG_REDIS_ADDR"},
		{"only Redis", nil, realEngines[2:4], "set both CATALOG_MYSQL_DSN and CATALOG_REDIS_ADDR"},
		{"only a replica", nil, []string{"CATALOG_MYSQL_REPLICA_DSN", "app@tcp(replica:3306)/catalog"}, "CATALOG_MYSQL_REPLICA_DSN needs CATALOG_MYSQL_DSN"},
		{"no key for tokens", nil, realEngines[:4], "set CATALOG_PAGE_TOKEN_KEY, the same on every instance"},
		{"short key", nil, append(realEngines[:4:4], "CATALOG_PAGE_TOKEN_KEY", "0f0f"), "64 or more hexadecimal digits"},
		{"key of other letters", nil, append(realEngines[:4:4], "CATALOG_PAGE_TOKEN_KEY", strings.Repeat("xy", 32)), "64 or more hexadecimal digits"},
		{"a word", []string{"start"}, nil, `unexpected argument "start"`},
		{"certificate without key", []string{"-tls-cert=a.pem"}, nil, "-tls-cert and -tls-key go together"},
		{"clients' authority alone", []string{"-tls-client-ca=a.pem"}, nil, "-tls-client-ca needs both"},
		{"negative seed", []string{"-seed=-1"}, nil, "not negative"},
		{"no connections", []string{"-mysql-conns=0"}, nil, "at least 1"},
		{"no freshness", []string{"-offer-fresh=0"}, nil, "must be positive"},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			_, err := parseConfig(row.args, environ(row.env...), io.Discard)
			if err == nil || !strings.Contains(err.Error(), row.want) {
				t.Fatalf("error = %v, want %q", err, row.want)
			}
			if strings.Contains(err.Error(), "hunter2") {
				t.Errorf("the error shows the password: %v", err)
			}
		})
	}
}

func TestConfigOfTheEmbeddedMode(t *testing.T) {
	c, err := parseConfig(nil, environ(), io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	if !c.embedded || !c.migrate || !c.reflection || c.seed != embeddedProducts || len(c.tokenKey) != 32 {
		t.Errorf("config = %+v", c)
	}
	if c, err = parseConfig([]string{"-seed=7"}, environ(), io.Discard); err != nil || c.seed != 7 {
		t.Errorf("seed = %d, %v, want 7", c.seed, err)
	}
}

func TestConfigOfTheRealEnginesAsksForNothingByItself(t *testing.T) {
	c, err := parseConfig(nil, environ(realEngines...), io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	if c.embedded || c.migrate || c.reflection || c.seed != 0 {
		t.Errorf("config = %+v", c)
	}
	if !strings.HasPrefix(c.adminAddr, "127.0.0.1:") {
		t.Errorf("the operator's door is open to the network: %s", c.adminAddr)
	}
}

func TestHelpNamesTheEnvironment(t *testing.T) {
	var out strings.Builder
	if _, err := parseConfig([]string{"-help"}, environ(), &out); !errors.Is(err, flag.ErrHelp) {
		t.Fatal(err)
	}
	for _, name := range []string{"CATALOG_MYSQL_DSN", "CATALOG_REDIS_ADDR", "CATALOG_PAGE_TOKEN_KEY", "-tls-cert", "-drain"} {
		if !strings.Contains(out.String(), name) {
			t.Errorf("help does not name %s", name)
		}
	}
}
