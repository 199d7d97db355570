// The disk fills up: acts are refused in plain words and lose nothing, pages can still be read, and when
// there is room again everything goes on by itself.

import { spawnSync } from "node:child_process";
import { rmSync, statfsSync, writeFileSync } from "node:fs";
import { House, folder, until } from "../lib/house.mjs";
import { Mailbox } from "../lib/mailbox.mjs";
import { asking, freshName, lost, writers } from "./load.mjs";
import { sound } from "./kills.mjs";
import { holds, skipped } from "./report.mjs";

const SIZE = "48m";

export async function fullDisk() {
  const place = folder();
  const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${SIZE}`, "tmpfs", place.path], { encoding: "utf8" });
  if (mounted.status !== 0) {
    place.remove();
    return skipped("a full disk", `a tmpfs could not be mounted: ${mounted.stderr?.trim() ?? mounted.error}`);
  }
  try {
    await fill(place.path);
  } finally {
    spawnSync("umount", ["-l", place.path]);
    place.remove();
  }
}

/** Takes all the room but for so many bytes. */
function ballast(path, but) {
  const { bsize, bavail } = statfsSync(path);
  const bytes = Number(bsize) * Number(bavail) - but;
  if (bytes > 0) writeFileSync(`${path}/ballast`, Buffer.alloc(bytes));
}

async function fill(path) {
  const mailbox = await Mailbox.open();
  const database = `sqlite:${path}/concord.db`;
  const house = await House.start(["serve", "--database", database, "--mail", mailbox.url]);
  const all = await writers(house.url, mailbox, 1, "full");
  const [writer] = all;
  const page = writer.at("invite");
  const acknowledged = new Map([[page, []]]);
  const act = async () => {
    const name = freshName();
    const answer = await writer.lead.send("POST", page, asking(writer, name));
    if (answer.status === 303) acknowledged.get(page).push(name);
    return answer;
  };
  ballast(path, 192 * 1024);
  let refused;
  for (let tries = 0; tries < 2_000 && !refused; tries += 1) {
    const answer = await act();
    if (answer.status !== 303) refused = answer;
  }
  holds("a full disk refuses an act with 507", refused?.status === 507, String(refused?.status));
  const words = refused?.body.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ") ?? "";
  holds("the answer says in words what happened", /disk of this server is full.*nothing was changed.*What you typed/i.test(words), words.slice(0, 600));
  for (const path of [writer.at("commitment"), writer.at("record"), page]) {
    const answer = await writer.lead.get(path);
    holds(`a full disk still shows ${path.replace(/[0-9a-f-]{36}/, "…")}`, answer.status === 200, String(answer.status));
  }
  rmSync(`${path}/ballast`);
  await until("acts to be taken again", async () => (await act()).status === 303, 15_000, 200);
  holds("with room again, acts are taken without a restart", true);
  const missing = await lost(all, acknowledged);
  holds(`none of ${acknowledged.get(page).length} acknowledged acts is lost`, missing.length === 0, missing.join(", "));
  const end = await house.stop();
  holds("it ends well", end.code === 0, JSON.stringify(end));
  const { well, said } = sound(database, path);
  holds("fsck is clean and the record verifies", well, said);
  mailbox.close();
}
