// kill -9 under write load, again and again: what was acknowledged is there when the program comes back,
// the database is sound, and the record verifies.

import { House, command, folder, freePort } from "../lib/house.mjs";
import { Mailbox } from "../lib/mailbox.mjs";
import { Load, lost, writers } from "./load.mjs";
import { holds } from "./report.mjs";

const TABLES = 4;
/** After so many lives new tables begin, so that pages stay of a size people have. */
const LIVES_A_TABLE = 40;
const CHECKED_EVERY = 10;

let exports = 0;

/** Checks a database at rest, and its record as a stranger would. */
export function sound(database, where) {
  const fsck = command("fsck", "--database", database);
  exports += 1;
  const file = `${where}/record-${exports}.concord`;
  const exported = command("export-record", "--database", database, file);
  const verified = command("verify", file);
  const said = [fsck, exported, verified].map(({ said }) => said).join("\n");
  return { well: fsck.code === 0 && exported.code === 0 && verified.code === 0, said };
}

/** @param {string} engine @param {string} database @param {number} kills */
export async function kills(engine, database, kills) {
  const mailbox = await Mailbox.open();
  const place = folder();
  const port = await freePort();
  const start = () => House.start(["serve", "--database", database, "--mail", mailbox.url], { port });
  let house = await start();
  let [all, kept, missing, odd, unsound, total] = [[], new Map(), [], [], [], 0];
  for (let life = 0; life < kills; life += 1) {
    if (life % LIVES_A_TABLE === 0) {
      missing.push(...(await lost(all, kept)));
      [all, kept] = [await writers(house.url, mailbox, TABLES, `${engine} ${life}`), new Map()];
    }
    const load = new Load(all);
    await new Promise((rest) => setTimeout(rest, 60 + Math.random() * 400));
    await house.stop("SIGKILL");
    await load.stop();
    total += load.count;
    odd.push(...load.odd);
    for (const [page, names] of load.acknowledged) kept.set(page, [...(kept.get(page) ?? []), ...names]);
    if (life % CHECKED_EVERY === CHECKED_EVERY - 1) {
      const { well, said } = sound(database, place.path);
      if (!well) unsound.push(`after kill ${life + 1}: ${said}`);
    }
    house = await start();
    missing.push(...(await lost(all, load.acknowledged)));
  }
  missing.push(...(await lost(all, kept)));
  const end = await house.stop();
  const { well, said } = sound(database, place.path);
  if (!well) unsound.push(said);
  mailbox.close();
  place.remove();
  holds(`${engine}: ${kills} kills, ${total} acknowledged writes, none lost or doubled`, missing.length === 0 && total > kills, missing.join(", "));
  holds(`${engine}: every answer was a yes or none`, odd.length === 0, odd.join(", "));
  holds(`${engine}: fsck is clean and the record verifies after every ${CHECKED_EVERY} kills`, unsound.length === 0, unsound.join("\n"));
  holds(`${engine}: it ends well at last`, end.code === 0, JSON.stringify(end));
}
