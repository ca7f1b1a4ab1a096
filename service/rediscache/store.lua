-- Values are "version:loaded:rest", both decimal. Lua's numbers are doubles, so versions compare right below 2^53,
-- which at a thousand changes a second lasts for 285,000 years, and microseconds since 1970 until the year 2255.
local function head(value)
  local version, loaded = string.match(value, '^(%d+):(%-?%d+):')
  return tonumber(version), tonumber(loaded)
end

-- #region store

-- store writes the first count KEYS, each with its value and its time to live in milliseconds out of ARGV, but never
-- over a higher version, nor over the same one that was loaded later. It returns each higher version that it found,
-- after the number of its key.
local function store(count)
  local newer = {}
  for i = 1, count do
    local value, ttl = ARGV[2 * i - 1], ARGV[2 * i]
    local version, loaded = head(value)
    local held = redis.call('GET', KEYS[i])
    local heldVersion, heldLoaded
    if held then
      heldVersion, heldLoaded = head(held) -- nil for a value that is none of ours: it may be overwritten
    end
    if not heldVersion or heldVersion < version or (heldVersion == version and heldLoaded <= loaded) then
      redis.call('SET', KEYS[i], value, 'PX', ttl)
    elseif heldVersion > version then
      newer[#newer + 1] = i
      newer[#newer + 1] = held
    end
  end
  return newer
end

-- #endregion store
