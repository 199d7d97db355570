-- Each connection of a thread asks people in the name of the thread's leads, one after the other; every
-- form has a key and a name of its own. Counts what was acknowledged.
-- WRITERS (a Lua table of {path, cookie, host, origin, body}) stands before this in the file.

local number = 0

function setup(thread)
  number = number + 1
  thread:set("id", number)
end

function init()
  math.randomseed(os.time() + id)
  stamp = string.format("%08x%02x", math.random(0, 0x7fffffff), id)
  count, acknowledged, wrong = 0, 0, 0
end

function request()
  count = count + 1
  local writer = WRITERS[(count * THREADS + id) % #WRITERS + 1]
  local key = string.format("%s%014d", stamp, count)
  local body = "_key=" .. key .. "&_heard=yes&name=Asked+" .. key .. "&" .. writer.body
  return wrk.format("POST", writer.path, {
    Host = writer.host, Cookie = writer.cookie, Origin = writer.origin,
    ["Content-Type"] = "application/x-www-form-urlencoded",
  }, body)
end

function response(status)
  if status == 303 then acknowledged = acknowledged + 1 else wrong = wrong + 1 end
end
