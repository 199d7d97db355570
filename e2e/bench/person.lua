-- One thread is one person: reads a page, and counts every answer that is not a page with their own name.
-- PEOPLE (a Lua table of {path, cookie, name, host}) stands before this in the file that wrk is given.

local number = 0

function setup(thread)
  number = number + 1
  thread:set("id", number)
end

function init()
  person = PEOPLE[(id - 1) % #PEOPLE + 1]
  wrong = 0
  prepared = wrk.format("GET", person.path, { Host = person.host, Cookie = person.cookie })
  threads = threads or {}
end

function request()
  return prepared
end

function response(status, _, body)
  if status ~= 200 or (person.name ~= "" and not body:find(person.name, 1, true)) then
    wrong = wrong + 1
  end
end
