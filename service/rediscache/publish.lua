-- #region publish

-- The offers first, then the feed: whoever hears of a change finds it in the cache. The number lets readers see gaps.
local offers = #KEYS - 2
store(offers)
local number = redis.call('INCR', KEYS[offers + 1])
redis.call('XADD', KEYS[offers + 2], 'MAXLEN', '~', ARGV[2 * offers + 1], '*', 'n', number, 'offers', ARGV[2 * offers + 2])
return number

-- #endregion publish
