// Measures the serving program on both engines: fills it through its own pages with the people of 200
// teams, writes with fifty writers until 100,000 rows stand, and reads home and commitment page as signed-in
// people. Prints the table and, unless `--print`, writes it into docs/performance.md.
// `small` is a quick look; `--teams N` and `--only sqlite|postgres` narrow it further. None of these is written down.

import { cpus, loadavg } from "node:os";
import { readFileSync, writeFileSync } from "node:fs";
import { Cluster } from "../lib/cluster.mjs";
import { House, folder, freePort } from "../lib/house.mjs";
import { Mailbox } from "../lib/mailbox.mjs";
import { commit, members, options, ownParty, table } from "../lib/settled.mjs";
import { rss, wrk } from "./wrk.mjs";

const option = (name) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
};
const small = process.argv.includes("small");
const only = option("--only");
const teams = Number(option("--teams") ?? (small ? 4 : 200));
const everything = !small && !only && !option("--teams");
const [TEAMS, PEOPLE_EACH, ACTS] = small ? [teams, 4, 1_000] : [teams, 10, 12_000];
const AT_ONCE = 12;
const READERS = 8;
const SECONDS = small ? 3 : 10;

/** Runs `work` for each number, a few at once. */
async function each(count, work) {
  const all = Array(count);
  let next = 0;
  const one = async () => {
    while (next < count) {
      const number = next;
      next += 1;
      all[number] = await work(number);
      process.stderr.write(`\r  team ${number + 1} of ${count} `);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  process.stderr.write("\r");
  return all;
}

const cookies = (one) => [...one.cookies].map(([name, value]) => `${name}=${value}`).join("; ");

async function fill(url, mailbox) {
  return each(TEAMS, async (number) => {
    const place = await table(url, mailbox, `${number}`);
    const joined = await members(place, url, mailbox, PEOPLE_EACH - 2);
    await commit(place);
    for (const one of joined) {
      await one.submit(place.at("commitment"), place.at("commitment/support"));
      one.close();
    }
    return { ...place, joined, party: await ownParty(place.ana, place.at) };
  });
}

/** A leadership team in which everybody of Ana's side sits; gives its page. */
async function team({ ana, at }) {
  const form = (await ana.get(at("teams/new"))).body;
  const [chair] = options(form, "chair").find(([value]) => value !== "");
  const page = (await ana.post(at("teams/new"), { kind: "district-leadership", name: "Leadership team", chair })).headers.location;
  const { body } = await ana.get(page);
  for (const [, member] of body.matchAll(/name="member" value="([^"]+)"/g)) await ana.post(`${page}/join`, { member, chair: "" });
  return page;
}

/** A question that is open for everybody of a team; gives its page. */
async function poll({ ana, at }) {
  const soon = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  const question = { question: "Shall we meet every month?", effect: "We do.", boundary: "none", seen: "party", who: "everybody", answer_on: soon };
  const page = (await ana.post(at("decisions/new"), question)).headers.location;
  await ana.submit(page, `${page}/open`);
  return page;
}

/** The members of these teams answer and change their answers, one after the other, until told to stop. */
function answering(teams, polls) {
  let going = true;
  const all = teams.map(async ({ joined }, number) => {
    const page = polls[number];
    for (let turn = 0; going; turn += 1) {
      const one = joined[turn % joined.length];
      await one.submit(page, `${page}/answer`, { fingers: String(1 + (turn % 5)) });
      await new Promise((rest) => setTimeout(rest, 100));
    }
  });
  return async () => {
    going = false;
    await Promise.all(all);
  };
}

/** Milliseconds from the start of the program to its first answer, the best of five. */
async function startTime(start) {
  const times = [];
  for (let run = 0; run < 5; run += 1) {
    const began = performance.now();
    const house = await start();
    times.push(performance.now() - began);
    if (run === 4) return { time: Math.min(...times), house };
    await house.stop();
  }
}

async function measure(engine, database, where) {
  console.error(`${engine}: filling`);
  const mailbox = await Mailbox.open();
  const port = await freePort();
  const start = () => House.start(["serve", "--database", database, "--mail", mailbox.url], { port });
  const first = await start();
  const teams = await fill(first.url, mailbox);
  await first.stop();
  const { time, house } = await startTime(start);
  await new Promise((rest) => setTimeout(rest, 5_000));
  const idle = rss(house.child.pid);
  const program = { pid: house.child.pid, url: house.url };
  const host = new URL(house.url).host;
  const writers = teams.slice(0, 50).map(({ ana, at, party }) => ({
    path: at("invite"), cookie: cookies(ana), host, origin: house.url, body: new URLSearchParams({ party, role: "member", language: "en" }).toString(),
  }));
  console.error(`${engine}: writing`);
  let acts = 0;
  let writing;
  do {
    writing = await wrk(program, "writer.lua", { WRITERS: writers }, { threads: 2, connections: 50, seconds: SECONDS, where });
    acts += writing.acknowledged;
  } while (acts < ACTS);
  const css = (await (await fetch(`${house.url}/`)).text()).match(/\/assets\/app-[^"]+\.css/)[0];
  const readers = teams.slice(-READERS);
  const pages = {
    "`/healthz`": [{ path: "/healthz", cookie: "", name: "", host }],
    "a static file": [{ path: css, cookie: "", name: "", host }],
    home: readers.map(({ joined, id }) => ({ path: `/p/${id}`, cookie: cookies(joined[0]), name: joined[0].name, host })),
    "commitment page": readers.map(({ joined, at }) => ({ path: at("commitment"), cookie: cookies(joined[0]), name: joined[0].name, host })),
  };
  const rows = [];
  const read = async (name, PEOPLE) => {
    console.error(`${engine}: reading ${name}`);
    rows.push([name, await wrk(program, "person.lua", { PEOPLE }, { threads: READERS, connections: 32, seconds: SECONDS, where })]);
  };
  for (const [name, PEOPLE] of Object.entries(pages)) await read(name, PEOPLE);
  const joint = await Promise.all(readers.map(team));
  await read("team page", readers.map(({ joined }, number) => ({ path: joint[number], cookie: cookies(joined[0]), name: joined[0].name, host })));
  const polls = await Promise.all(readers.map(poll));
  const done = answering(readers, polls);
  await read("decision page during a poll", readers.map(({ joined }, number) => ({ path: polls[number], cookie: cookies(joined[0]), name: joined[0].name, host })));
  await done();
  await house.stop();
  mailbox.close();
  return { engine, time, idle, writing, rows };
}

const whole = (number) => Math.round(number).toLocaleString("en-US");
const line = (engine, what, found, rate) =>
  `| ${engine} | ${what} | ${whole(rate)} | ${found.p50.toFixed(1)} | ${found.p99.toFixed(1)} | ${whole(found.rss)} | ${Math.round(found.share * 100)} % | ${found.wrong + found.broken} |`;

/** How many rows stand, as PostgreSQL counts them; SQLite was filled by the same acts. */
function rowsIn(cluster, name) {
  cluster.ask("ANALYZE", name);
  return Number(cluster.ask("SELECT sum(n_live_tup) FROM pg_stat_user_tables", name));
}

function report(all, rowsStanding) {
  const processor = readFileSync("/proc/cpuinfo", "utf8").match(/model name\s*:\s*(.*)/)?.[1] ?? "unknown processor";
  const said = [
    `Measured on ${new Date().toISOString().slice(0, 10)} on ${cpus().length} × ${processor}, load ${loadavg()[0].toFixed(1)} at the end; program,`,
    `database (PostgreSQL by its socket) and load generator (wrk) share the machine. ${TEAMS} teams, ${whole(TEAMS * PEOPLE_EACH)} members, ${whole(rowsStanding)} rows. Every page`,
    "was checked for its reader's own name. \"Wrong\" counts answers that were not what was asked for.",
    "",
    "| engine | what | per second | p50 ms | p99 ms | RSS MB | load generator's share | wrong |",
    "|---|---|---|---|---|---|---|---|",
  ];
  for (const { engine, writing, rows } of all) {
    for (const [what, found] of rows) said.push(line(engine, what, found, found.rate));
    said.push(line(engine, "acknowledged writes, 50 writers", writing, writing.acknowledged / writing.seconds));
  }
  said.push("");
  for (const { engine, time, idle } of all) {
    said.push(`${engine}: first answer ${Math.round(time)} ms after the start; ${whole(idle)} MB while idle.`);
  }
  return said.join("\n");
}

const place = folder();
const cluster = await Cluster.start();
try {
  const all = [];
  if (only !== "postgres") all.push(await measure("SQLite", `sqlite:${place.path}/bench.db`, place.path));
  if (only !== "sqlite") all.push(await measure("PostgreSQL", cluster.nearby("bench"), place.path));
  const text = report(all, only === "sqlite" ? 0 : rowsIn(cluster, "bench"));
  console.log(text);
  if (everything && !process.argv.includes("--print")) {
    const page = new URL("../../docs/performance.md", import.meta.url);
    const [begins, ends] = ["<!-- serving begins -->", "<!-- serving ends -->"];
    const before = readFileSync(page, "utf8");
    const section = `${begins}\n${text}\n${ends}`;
    const marked = new RegExp(`${begins}[\\s\\S]*${ends}`);
    writeFileSync(page, marked.test(before) ? before.replace(marked, section) : `${before.trimEnd()}\n\n## Serving\n\n\`./bench serve\` measures and writes what stands between the marks.\n\n${section}\n`);
  }
} finally {
  cluster.stop();
  place.remove();
}
process.exit(0);
