package main

import (
	"math"
	"math/rand/v2"
	"testing"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

func TestGrowth(t *testing.T) {
	for name, test := range map[string]struct {
		values []float64
		want   float64
	}{
		"flat":         {[]float64{5, 5, 5, 5}, 0},
		"rising":       {[]float64{10, 11, 12, 13, 14}, 4.0 / 12},
		"noise":        {[]float64{10, 12, 12, 10}, 0},
		"falling":      {[]float64{4, 2}, -2.0 / 3},
		"rising noise": {[]float64{10, 12, 11, 13, 12, 14}, 22.0 / 35 * 5 / 12},
	} {
		if got := growth(test.values); math.Abs(got-test.want) > 1e-6 {
			t.Errorf("%s: growth = %v, want %v", name, got, test.want)
		}
	}
}

func TestMedian(t *testing.T) {
	values := []float64{3, 1, 2}
	if got := median(values); got != 2 {
		t.Errorf("median = %v, want 2", got)
	}
	if values[0] != 3 {
		t.Error("median sorted its argument")
	}
}

func TestZipf(t *testing.T) {
	const n, draws = 1000, 200_000
	pick := zipf(1.1, n)
	chance := rand.New(rand.NewPCG(3, 3))
	counts := make([]int, n)
	for range draws {
		counts[pick(chance)]++
	}
	byRank := rand.New(rand.NewPCG(1, 1)).Perm(n)
	weights := 0.0
	for k := range n {
		weights += math.Pow(float64(k+1), -1.1)
	}
	for _, rank := range []int{1, 2, 10} {
		got := float64(counts[byRank[rank-1]]) / draws
		want := math.Pow(float64(rank), -1.1) / weights
		if math.Abs(got-want) > want/10 {
			t.Errorf("rank %d was drawn in %.4f of cases, want %.4f", rank, got, want)
		}
	}
}

func TestSamples(t *testing.T) {
	before := samples{`reads{by="memory",kind="offer"}`: 1}
	after := samples{
		`reads{by="memory",kind="offer"}`:   4,
		`reads{by="source",kind="offer"}`:   2,
		`reads{by="memory",kind="product"}`: 8,
		`reads_stale{kind="offer"}`:         100,
	}
	grown := after.since(before)
	if got := grown.sum("reads", `kind="offer"`); got != 5 {
		t.Errorf("sum = %v, want 5", got)
	}
	if got := grown.sum("reads", `kind="offer"`, `by="memory"`); got != 3 {
		t.Errorf("sum = %v, want 3", got)
	}
}

func TestBudgets(t *testing.T) {
	if f := atLeast(figure{Value: 0.8}, 0.8); !f.Budget.Met {
		t.Error("0.8 does not meet at least 0.8")
	}
	if f := atMost(figure{Value: 1.6}, 1.5); f.Budget.Met {
		t.Error("1.6 meets at most 1.5")
	}
}
