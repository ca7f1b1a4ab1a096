//go:build production

package main

import (
	"context"
	"errors"

	"example.com/shop/catalog"
)

func startEmbedded(context.Context, *config) (catalog.Recommender, func(), error) {
	return nil, nil, errors.New("this build has no embedded engines: set CATALOG_MYSQL_DSN and CATALOG_REDIS_ADDR")
}
