
import { readFileSync, mkdtempSync } from "node:fs";
import { House } from "../lib/house.mjs";
import { wrk } from "./wrk.mjs";
const s = JSON.parse(readFileSync("/tmp/hold2.json", "utf8"));
const what = process.argv[2] ?? "homes,commitment,writers";
const seconds = Number(process.argv[3] ?? 8);
const house = await House.start(["serve", "--database", s.database + (process.env.OPTS ?? ""), "--mail", s.mail], { port: s.port });
const program = { pid: house.child.pid, url: s.url };
const where = mkdtempSync("/tmp/go-");
for (const one of what.split(",")) {
  const w = one === "writers";
  const f = await wrk(program, w ? "writer.lua" : "person.lua", w ? { WRITERS: s.writers } : { PEOPLE: s[one] }, { threads: w ? 2 : 8, connections: w ? 50 : 32, seconds, where });
  console.log(one, "rate", Math.round(w ? f.acknowledged / f.seconds : f.rate), "p50", f.p50, "p99", f.p99, "program cpu/s", (f.program / seconds).toFixed(2), "wrong", f.wrong + f.broken);
}
await house.stop();
process.exit(0);
