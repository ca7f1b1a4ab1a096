package main

import (
	"math"
	"math/rand/v2"
	"sort"
)

// uniform picks one of n, each as likely as the others.
func uniform(n int) func(*rand.Rand) int {
	return func(chance *rand.Rand) int { return chance.IntN(n) }
}

// zipf picks one of n such that the k-th most popular comes with a weight of 1/k^s, as products of a shop do. Which
// are popular is drawn once, so that they are not each other's neighbours in the database.
func zipf(s float64, n int) func(*rand.Rand) int {
	upTo := make([]float64, n) // the weights of the first k
	sum := 0.0
	for k := range upTo {
		sum += math.Pow(float64(k+1), -s)
		upTo[k] = sum
	}
	byRank := rand.New(rand.NewPCG(1, 1)).Perm(n)
	return func(chance *rand.Rand) int {
		return byRank[sort.SearchFloat64s(upTo, chance.Float64()*sum)]
	}
}
