// The fault injection. `short` is the round for every submission; without a word, the long one.

import { folder } from "../lib/house.mjs";
import { Cluster, programs } from "../lib/cluster.mjs";
import { drain } from "./drain.mjs";
import { fullDisk } from "./full-disk.mjs";
import { kills } from "./kills.mjs";
import { oneNode } from "./one-question.mjs";
import { closing, part, skipped } from "./report.mjs";
import { twoNodes } from "./two-nodes.mjs";

const short = process.argv[2] === "short";
const KILLS = short ? 26 : 110;

const place = folder();
const sqlite = (name) => `sqlite:${place.path}/${name}.db`;
await part("kill -9 under write load, SQLite", () => kills("SQLite", sqlite("kills"), KILLS));
await part("SIGTERM under write load, SQLite", () => drain("SQLite", sqlite("drain")));
await part("sixty answers in one second, SQLite", () => oneNode(sqlite("answers")));
await part("a disk that fills up", fullDisk);
if (programs()) {
  const cluster = await Cluster.start();
  await part("kill -9 under write load, PostgreSQL", () => kills("PostgreSQL", cluster.database("kills"), KILLS));
  await part("SIGTERM under write load, PostgreSQL", () => drain("PostgreSQL", cluster.database("drain")));
  await part("two nodes on one PostgreSQL", () => twoNodes(cluster.database("nodes"), place.path));
  cluster.stop();
} else {
  skipped("PostgreSQL", "it is not installed");
}
place.remove();
closing();
