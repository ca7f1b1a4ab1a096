package telemetry

import (
	"fmt"
	"io"
	"log/slog"
)

// Secret is text that must not be printed, such as a data source name with its password. However it is logged,
// formatted or encoded, "[redacted]" comes out; only [Secret.Reveal] gives it, which is easy to search for.
type Secret string

const redacted = "[redacted]"

// Reveal returns the text itself.
func (s Secret) Reveal() string { return string(s) }

// String returns "[redacted]".
func (Secret) String() string { return redacted }

// Format writes "[redacted]" for every verb. String is not enough: %d does not ask for it, and would print the text
// as part of its complaint.
func (Secret) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, redacted) }

// LogValue returns "[redacted]".
func (Secret) LogValue() slog.Value { return slog.StringValue(redacted) }

// MarshalText returns "[redacted]": encoders of JSON and the like ask for it, also deep inside a struct.
func (Secret) MarshalText() ([]byte, error) { return []byte(redacted), nil }
