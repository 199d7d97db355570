// Writers that keep acting until they are told to stop, and remember what the program acknowledged. Each
// act is a formal one: a person is asked to join, which writes their name, an entry of the joint record
// and an event in one transaction.

import { newKey } from "../lib/visitor.mjs";
import { ownParty, table } from "../lib/settled.mjs";

/** Tables, and their two leads with the party each may ask people to. */
export async function writers(url, mailbox, tables, mark) {
  const all = [];
  for (let number = 0; number < tables; number += 1) {
    const place = await table(url, mailbox, `${mark} ${number}`);
    for (const lead of [place.ana, place.ruth]) {
      all.push({ lead, at: place.at, party: await ownParty(lead, place.at) });
    }
  }
  return all;
}

/** The form by which a writer asks somebody. */
export const asking = ({ party }, name) => ({ _key: newKey(), name, party, role: "member", language: "en" });

let number = 0;
/** A name no other act has. Fixed width, so that none is the beginning of another. */
export const freshName = () => `Asked ${String((number += 1)).padStart(7, "0")}`;

export class Load {
  /** Path of the page -> names that were acknowledged. @type {Map<string, string[]>} */
  acknowledged = new Map();
  /** Answers that are neither a yes nor a broken connection. @type {string[]} */
  odd = [];
  going = true;

  /** @param {Awaited<ReturnType<typeof writers>>} all @param {number} each how many acts a writer has under way */
  constructor(all, each = 1) {
    this.running = all.flatMap((writer) => Array.from({ length: each }, () => this.#write(writer)));
  }

  get count() {
    return [...this.acknowledged.values()].reduce((sum, names) => sum + names.length, 0);
  }

  async #write(writer) {
    const page = writer.at("invite");
    while (this.going) {
      const name = freshName();
      try {
        const answer = await writer.lead.send("POST", page, asking(writer, name));
        if (answer.status === 303) {
          this.acknowledged.set(page, [...(this.acknowledged.get(page) ?? []), name]);
        } else {
          this.odd.push(`${answer.status}`);
        }
      } catch {
        // The program was ended under this act: it was not acknowledged, and may stand or not.
        if (!this.going) return;
        await new Promise((rest) => setTimeout(rest, 5));
      }
    }
  }

  async stop() {
    this.going = false;
    await Promise.all(this.running);
  }
}

/** How often each acknowledged name does not stand exactly once on its page, as the leads of both sides see it. */
export async function lost(all, acknowledged) {
  const missing = [];
  for (const [page, names] of acknowledged) {
    const stands = new Map();
    // Each side sees by name only whom it asked itself.
    for (const { lead } of all.filter((writer) => writer.at("invite") === page)) {
      const { status, body } = await lead.get(page);
      if (status !== 200) throw new Error(`${status} from ${page}`);
      for (const [name] of body.matchAll(/Asked \d{7}/g)) stands.set(name, (stands.get(name) ?? 0) + 1);
    }
    missing.push(...names.filter((name) => stands.get(name) !== 1));
  }
  return missing;
}
