// The real program, started for one test: on a fresh database in a folder of its own, on a free port.
// Whoever starts one stops it; what it said on stderr is kept for when something fails.

import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import * as http from "node:http";
import * as https from "node:https";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const STARTS_WITHIN = 20_000;

/** The program under test. */
export const BINARY =
  process.env.CONCORD_BIN ?? new URL("../../target/release/concord", import.meta.url).pathname;

/** A port nobody listens on now. @returns {Promise<number>} */
export function freePort() {
  return new Promise((found, failed) => {
    const server = createServer().once("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => found(port));
    });
  });
}

/** A folder that `remove` takes away again. */
export function folder() {
  const path = mkdtempSync(join(tmpdir(), "concord-proof-"));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Runs a command of the program to its end. */
export function command(...args) {
  const done = spawnSync(BINARY, args, { encoding: "utf8" });
  return { code: done.status, said: done.stdout + done.stderr };
}

/** Waits until `ask` gives something true, or says what it waited for. */
export async function until(what, ask, within = 10_000, every = 25) {
  const end = Date.now() + within;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`waited ${within} ms for ${what}`);
    await new Promise((rest) => setTimeout(rest, every));
  }
}

/** Whether a program answers there. @param {string} url @param {Buffer} [ca] */
function lives(url, ca) {
  return new Promise((told) => {
    const { get } = ca ? https : http;
    const asked = get(`${url}/healthz`, { agent: false, ...(ca && { ca }) }, (answer) => {
      answer.resume();
      told(answer.statusCode === 200);
    });
    asked.on("error", () => told(false));
  });
}

/** Whatever a failing test leaves running ends with it. @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();
process.on("exit", () => running.forEach((child) => child.kill("SIGKILL")));

/** One running `concord serve` or `concord demo`. */
export class House {
  /** @param {{ port: number, child: import("node:child_process").ChildProcess, url: string }} parts */
  constructor({ port, child, url }) {
    this.port = port;
    this.child = child;
    this.url = url;
    this.said = "";
    running.add(child);
    child.once("exit", () => running.delete(child));
    child.stderr?.on("data", (text) => (this.said = (this.said + text).slice(-20_000)));
    child.stdout?.resume();
    this.ended = new Promise((end) => child.once("exit", (code, signal) => end({ code, signal })));
  }

  /**
   * Starts the program and waits until it answers.
   * @param {string[]} args the command and its options but for --listen
   * @param {{ port?: number, host?: string, baseUrl?: string, env?: Record<string, string>, ca?: Buffer }} [how] `ca`
   *   is the authority of its certificate, where it has one
   */
  static async start(args, { port, host = "127.0.0.1", baseUrl, env = {}, ca } = {}) {
    const at = port ?? (await freePort());
    const address = baseUrl ? ["--base-url", baseUrl] : [];
    const child = spawn(BINARY, [...args, "--listen", `${host}:${at}`, ...address], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, CONCORD_LOG: "warn", ...env },
    });
    const house = new House({ port: at, child, url: `${ca ? "https" : "http"}://127.0.0.1:${at}` });
    let gone = null;
    house.ended.then((end) => (gone = end));
    try {
      await until("the program to answer", async () => {
        if (gone) throw new Error(`the program ended at once: ${JSON.stringify(gone)}\n${house.said}`);
        return lives(house.url, ca);
      }, STARTS_WITHIN, 10);
    } catch (error) {
      child.kill("SIGKILL");
      throw error;
    }
    return house;
  }

  /** Ends the program with a signal and gives how it ended. */
  async stop(signal = "SIGTERM") {
    this.child.kill(signal);
    return this.ended;
  }
}
