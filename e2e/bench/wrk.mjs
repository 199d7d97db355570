// Runs wrk with one of the Lua files beside this, and gives its result with the processor time that the
// load generator and the program took meanwhile.

import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

const TICKS = 100;

/** Processor seconds of a process so far. */
export function cpu(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

/** Memory a process holds now, in MB. */
export function rss(pid) {
  return Number(readFileSync(`/proc/${pid}/status`, "utf8").match(/VmRSS:\s+(\d+)/)[1]) / 1024;
}

const lua = (value) =>
  Array.isArray(value)
    ? `{${value.map(lua).join(",")}}`
    : typeof value === "object"
      ? `{${Object.entries(value).map(([key, one]) => `${key}=${lua(one)}`).join(",")}}`
      : JSON.stringify(value);

const script = (name) => readFileSync(new URL(name, import.meta.url), "utf8");

/**
 * @param {{ pid: number, url: string }} program
 * @param {"person.lua" | "writer.lua"} kind
 * @param {Record<string, any>} values tables for the Lua file
 * @param {{ threads: number, connections: number, seconds: number, where: string }} how
 */
export async function wrk({ pid, url }, kind, values, { threads, connections, seconds, where }) {
  const file = `${where}/wrk.lua`;
  const given = Object.entries({ ...values, THREADS: threads }).map(([name, value]) => `${name} = ${lua(value)}`);
  writeFileSync(file, `${given.join("\n")}\n${script(kind)}\n${script("done.lua")}`);
  const line = `TIMEFORMAT='TIME %U %S'; time wrk -t${threads} -c${connections} -d${seconds}s --timeout 10s --latency -s ${file} ${url}`;
  const before = cpu(pid);
  const said = await new Promise((done, failed) =>
    execFile("bash", ["-c", line], { maxBuffer: 1 << 20 }, (error, out, err) => (error ? failed(new Error(out + err)) : done(out + err))),
  );
  const program = cpu(pid) - before;
  const found = JSON.parse(said.match(/RESULT (.*)/)[1]);
  const [, user, system] = said.match(/TIME ([\d.]+) ([\d.]+)/);
  const load = Number(user) + Number(system);
  return { ...found, rate: found.requests / found.seconds, share: load / (load + program), program, rss: rss(pid) };
}
