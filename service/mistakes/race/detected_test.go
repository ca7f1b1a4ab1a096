//go:build race

package race_test

import (
	"strings"
	"testing"

	"example.com/shop/mistakes/processtest"
	"example.com/shop/mistakes/race"
)

// #region detected

// The race would fail the test that has it, so it runs in a process of its own.
func TestRacyHitsRace(t *testing.T) {
	output, err := processtest.Run(t, func() { hit(new(race.RacyHits)) })
	if err == nil || !strings.Contains(output, "WARNING: DATA RACE") {
		t.Errorf("the detector is silent (%v):\n%s", err, output)
	}
	t.Log(output)
}

// #endregion detected
