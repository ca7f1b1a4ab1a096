package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"text/tabwriter"
	"time"
)

// figure is one thing that was measured, with its budget if it has one.
type figure struct {
	Name   string  `json:"name"`
	Value  float64 `json:"value"`
	Unit   string  `json:"unit,omitempty"`
	Budget *budget `json:"budget,omitempty"`
}

// budget is a bound that a figure must keep.
type budget struct {
	AtLeast *float64 `json:"at_least,omitempty"`
	AtMost  *float64 `json:"at_most,omitempty"`
	Met     bool     `json:"met"`
}

func atLeast(f figure, bound float64) figure {
	f.Budget = &budget{AtLeast: &bound, Met: f.Value >= bound}
	return f
}

func atMost(f figure, bound float64) figure {
	f.Budget = &budget{AtMost: &bound, Met: f.Value <= bound}
	return f
}

// printTable reports whether every budget is met.
func printTable(w io.Writer, part string, figures []figure) (met bool) {
	fmt.Fprintf(w, "\n%s\n", part)
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	met = true
	for _, f := range figures {
		fmt.Fprintf(table, "  %s\t%s\t%s\t%s\n", f.Name, readable(f.Value), f.Unit, f.Budget.verdict())
		met = met && (f.Budget == nil || f.Budget.Met)
	}
	_ = table.Flush()
	return met
}

func (b *budget) verdict() string {
	if b == nil {
		return ""
	}
	verdict := "MISSED"
	if b.Met {
		verdict = "met"
	}
	if b.AtLeast != nil {
		return fmt.Sprintf("at least %g: %s", *b.AtLeast, verdict)
	}
	return fmt.Sprintf("at most %g: %s", *b.AtMost, verdict)
}

func readable(v float64) string {
	switch {
	case math.Abs(v) >= 100 || v == math.Trunc(v):
		return fmt.Sprintf("%.0f", v)
	default:
		return fmt.Sprintf("%.3g", v)
	}
}

// measurement is one part's figures and where they come from. Parts are measured one at a time, so each says so for
// itself.
type measurement struct {
	At      time.Time `json:"at"`
	Took    string    `json:"took"`
	Commit  string    `json:"commit"`
	Go      string    `json:"go"`
	Machine machine   `json:"machine"`
	Figures []figure  `json:"figures"`
}

type machine struct {
	CPU   string `json:"cpu"`
	Cores int    `json:"cores"`
	OS    string `json:"os"`
}

// saveResults replaces one part's figures in the file and keeps the others.
func saveResults(ctx context.Context, file, part string, begin time.Time, figures []figure) error {
	results := map[string]measurement{}
	body, err := os.ReadFile(file)
	if err == nil {
		err = json.Unmarshal(body, &results)
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("read %s: %w", file, err)
	}
	results[part] = measurement{
		At:      begin.UTC().Truncate(time.Second),
		Took:    time.Since(begin).Round(time.Second).String(),
		Commit:  commit(ctx),
		Go:      runtime.Version(),
		Machine: thisMachine(),
		Figures: figures,
	}
	body, err = json.MarshalIndent(results, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(file, append(body, '\n'), 0o644) //nolint:gosec // it is committed for all to read
}

// commit names the source that was measured.
func commit(ctx context.Context) string {
	head, err := exec.CommandContext(ctx, "git", "rev-parse", "--short", "HEAD").Output()
	if err != nil {
		return "unknown"
	}
	name := strings.TrimSpace(string(head))
	changes, err := exec.CommandContext(ctx, "git", "status", "--porcelain", "--", "..", ":!results.json").Output()
	if err != nil || len(bytes.TrimSpace(changes)) > 0 {
		name += " with changes"
	}
	return name
}

func thisMachine() machine {
	m := machine{CPU: "unknown", Cores: runtime.NumCPU(), OS: runtime.GOOS + "/" + runtime.GOARCH}
	info, _ := os.ReadFile("/proc/cpuinfo") // not every system has it
	for line := range strings.Lines(string(info)) {
		if name, ok := strings.CutPrefix(line, "model name"); ok {
			m.CPU = strings.TrimSpace(strings.TrimLeft(name, "\t :"))
			break
		}
	}
	return m
}

// median returns the middle one; of an even number the lower.
func median[T cmp.Ordered](values []T) T {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[(len(sorted)-1)/2]
}
