package rediscache

import (
	_ "embed" // the scripts

	"github.com/redis/go-redis/v9"
)

//go:embed store.lua
var storeFunction string

//go:embed publish.lua
var publishBody string

// The scripts are sent by their hash, and in full only to a Redis that does not know them: after its restart.
var (
	storeScript   = redis.NewScript(storeFunction + "return store(#KEYS)\n")
	publishScript = redis.NewScript(storeFunction + publishBody)
)
