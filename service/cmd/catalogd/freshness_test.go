package main

import (
	"fmt"
	"testing"

	catalogv1 "example.com/shop/gen/shop/catalog/v1"
)

// TestEveryInstanceSeesEveryChange makes 1,000 changes in a row, at one instance and the other in turn, and after each
// waits until every instance serves it. Copies are fresh for a minute, so whatever is seen came by the feed. Every
// hundred changes the process that has just acknowledged one is killed, before or after its relay published it, and
// started again: no change is missed. How long a change takes is measured by the bench, not here.
func TestEveryInstanceSeesEveryChange(t *testing.T) {
	const products, changes, killEvery = 10, 1000, 100
	e := startEngines(t, products)
	instances := [2]*instance{newInstance(t, e), newInstance(t, e)}
	versions := make([]int64, products+1)
	for id := range versions {
		versions[id] = 1
	}
	for n := range changes {
		writer := instances[n%2]
		id := int64(n%products + 1)
		writer.update(t, id, versions[id], fmt.Sprintf("change-%s-%06d", e.prefix[5:17], n))
		versions[id]++
		if n%killEvery == killEvery-1 {
			writer.process.kill()
			instances[(n+1)%2].awaitVersion(t, id, versions[id])
			*writer = *newInstance(t, e)
		}
		for _, i := range instances {
			i.awaitVersion(t, id, versions[id])
		}
	}
}

type instance struct {
	process *process
	client  catalogv1.CatalogServiceClient
}

func newInstance(t *testing.T, e engines, flags ...string) *instance {
	t.Helper()
	p := e.start(t, flags...)
	return &instance{process: p, client: dial(t, p.grpc)}
}

func (i *instance) update(t *testing.T, id, expected int64, key string) {
	t.Helper()
	response, err := i.client.UpdateOffer(t.Context(), &catalogv1.UpdateOfferRequest{
		ProductId: id, ExpectedVersion: expected, IdempotencyKey: key,
		Price: &catalogv1.Money{MinorUnits: 1000 + expected, CurrencyCode: "EUR"}, Stock: 5,
	})
	if err != nil {
		t.Fatalf("update product %d: %v", id, err)
	}
	if got := response.GetOffer().GetVersion(); got != expected+1 {
		t.Fatalf("update product %d: version %d, want %d", id, got, expected+1)
	}
}

func (i *instance) awaitVersion(t *testing.T, id, version int64) {
	t.Helper()
	eventually(t, fmt.Sprintf("product %d at version %d", id, version), func() bool {
		response, err := i.client.GetProduct(t.Context(), &catalogv1.GetProductRequest{ProductId: id})
		if err != nil {
			t.Fatalf("get product %d: %v", id, err)
		}
		return response.GetItem().GetOffer().GetVersion() == version
	})
}
