package telemetry_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"example.com/shop/telemetry"
)

func TestSecretNeverPrints(t *testing.T) {
	const password = "correct horse"
	secret := telemetry.Secret(password)
	config := struct{ DSN telemetry.Secret }{secret}

	var out bytes.Buffer
	// A verb that fits no text makes fmt complain and quote the value; the format is a variable because vet, rightly,
	// would not let it pass.
	for _, verb := range []string{"%s", "%v", "%+v", "%#v", "%q", "%x", "%d", "%t"} {
		fmt.Fprintf(&out, verb+"\n", secret)
		fmt.Fprintf(&out, verb+"\n", config)
	}
	fmt.Fprintln(&out, secret, secret.String(), fmt.Errorf("open %v: %w", secret, errors.New("refused")))
	for _, handler := range []slog.Handler{slog.NewTextHandler(&out, nil), slog.NewJSONHandler(&out, nil)} {
		slog.New(handler).Info("start", "dsn", secret, "config", config)
	}
	if err := json.NewEncoder(&out).Encode(config); err != nil {
		t.Fatal(err)
	}

	for line := range strings.Lines(out.String()) {
		if strings.Contains(line, "horse") || strings.Contains(line, fmt.Sprintf("%x", password)) {
			t.Errorf("printed: %s", line)
		}
	}
	if got := secret.Reveal(); got != password {
		t.Errorf("Reveal() = %q, want %q", got, password)
	}
}
