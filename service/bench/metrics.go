package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
)

// samples are the values of /metrics at one moment, by name with labels as they are printed.
type samples map[string]float64

// scrape reads a process's metrics.
func scrape(ctx context.Context, admin string) (samples, error) {
	body, err := fetch(ctx, "http://"+admin+"/metrics")
	if err != nil {
		return nil, err
	}
	found := samples{}
	for line := range strings.Lines(string(body)) {
		cut := strings.LastIndexByte(strings.TrimSpace(line), ' ')
		if cut < 0 || line[0] == '#' {
			continue
		}
		if value, err := strconv.ParseFloat(strings.TrimSpace(line[cut:]), 64); err == nil {
			found[line[:cut]] = value
		}
	}
	return found, nil
}

// since returns how much each value has grown.
func (s samples) since(before samples) samples {
	grown := make(samples, len(s))
	for name, value := range s {
		grown[name] = value - before[name]
	}
	return grown
}

// sum adds up the series of a metric that have all of the labels, each written label="value".
func (s samples) sum(metric string, labels ...string) float64 {
	total := 0.0
series:
	for name, value := range s {
		if base, _, _ := strings.Cut(name, "{"); base != metric {
			continue
		}
		for _, label := range labels {
			if !strings.Contains(name, label) {
				continue series
			}
		}
		total += value
	}
	return total
}

func fetch(ctx context.Context, url string) ([]byte, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, url, nil)
	if err != nil {
		return nil, fmt.Errorf("get %s: %w", url, err)
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, fmt.Errorf("get %s: %w", url, err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return nil, fmt.Errorf("get %s: %w", url, err)
	}
	if resp.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("get %s: %s", url, resp.Status)
	}
	return body, nil
}
