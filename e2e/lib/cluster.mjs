// A private PostgreSQL for one run: started by the same script as the one of the Rust tests, as an
// unprivileged user, in a folder that is removed with it. What it acknowledges is on the disk.

import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./house.mjs";

const SCRIPT = new URL("../../crates/testdb/src/start.sh", import.meta.url);
const DEBIAN = "/usr/lib/postgresql";

/** The newest PostgreSQL of this machine, or nothing. */
export function programs() {
  if (!existsSync(DEBIAN)) return undefined;
  const versions = readdirSync(DEBIAN).map(Number).filter((version) => version >= 15);
  return versions.length === 0 ? undefined : join(DEBIAN, String(Math.max(...versions)), "bin");
}

function run(program, args) {
  const asRoot = process.getuid?.() === 0;
  const line = asRoot ? ["runuser", "-u", "postgres", "--", program, ...args] : [program, ...args];
  const done = spawnSync(line[0], line.slice(1), { encoding: "utf8", cwd: "/" });
  if (done.status !== 0) throw new Error(`${line.join(" ")}: ${done.stdout}${done.stderr}`);
  return done.stdout;
}

export class Cluster {
  static async start() {
    const from = programs();
    if (!from) throw new Error("no PostgreSQL 15 or later: apt-get install postgresql");
    const home = mkdtempSync(join(tmpdir(), "concord-pg-"));
    if (process.getuid?.() === 0) spawnSync("chown", ["postgres", home]);
    const cluster = new Cluster();
    const [port, password] = [await freePort(), randomBytes(12).toString("hex")];
    const filled = { PROGRAMS: from, HOME: home, PORT: port, PASSWORD: password, FSYNC: "on" };
    const script = readFileSync(SCRIPT, "utf8").replace(/@([A-Z]+)@/g, (_, name) => filled[name]);
    writeFileSync(join(home, "start"), script);
    chmodSync(join(home, "start"), 0o755);
    Object.assign(cluster, { from, home, port, password });
    run("sh", [join(home, "start")]);
    return cluster;
  }

  /** A fresh, empty database of this cluster. */
  database(name) {
    this.ask(`CREATE DATABASE ${name}`);
    return `postgres://postgres:${this.password}@127.0.0.1:${this.port}/${name}`;
  }

  /** The same, asked through the server's own socket, as a program on the same machine does by default. */
  nearby(name) {
    this.ask(`CREATE DATABASE ${name}`);
    return `postgres://postgres@${encodeURIComponent(this.home)}:${this.port}/${name}`;
  }

  /** One statement, straight to the server. */
  ask(sql, database = "postgres") {
    const where = ["-h", this.home, "-p", String(this.port), "-U", "postgres", "-d", database];
    return run(join(this.from, "psql"), [...where, "-Atc", sql]).trim();
  }

  stop() {
    run(join(this.from, "pg_ctl"), ["--pgdata", join(this.home, "data"), "--mode=immediate", "stop"]);
    rmSync(this.home, { recursive: true, force: true });
  }
}
