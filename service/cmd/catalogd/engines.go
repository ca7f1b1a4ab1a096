//go:build !production

package main

import (
	"context"
	"fmt"

	"example.com/shop/catalog"
	"example.com/shop/embedded"
)

// startEmbedded starts the engines inside this process and points c at them. A build with the tag production has none:
// their tables alone are more than half of what an idle process holds, and each collection walks them.
func startEmbedded(ctx context.Context, c *config) (catalog.Recommender, func(), error) {
	engines, err := embedded.Start(ctx)
	if err != nil {
		return nil, nil, fmt.Errorf("start the embedded engines: %w", err)
	}
	c.mysqlDSN, c.redisAddr = engines.MySQLDSN, engines.RedisAddr
	return embedded.Recommender{Products: c.seed}, engines.Close, nil
}
