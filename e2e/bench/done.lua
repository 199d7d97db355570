-- What a run found, as one line of JSON.

local all = {}
local before = setup
function setup(thread)
  before(thread)
  all[#all + 1] = thread
end

function done(summary, latency)
  local acknowledged, wrong = 0, 0
  for _, thread in ipairs(all) do
    acknowledged = acknowledged + (thread:get("acknowledged") or 0)
    wrong = wrong + (thread:get("wrong") or 0)
  end
  io.write(string.format(
    '\nRESULT {"requests":%d,"seconds":%f,"p50":%f,"p99":%f,"acknowledged":%d,"wrong":%d,"broken":%d}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    acknowledged, wrong, summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
