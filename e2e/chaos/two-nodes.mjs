// Two programs on one PostgreSQL act as one: a session, a live event, a job done once, sixty people at
// the same moment, a form sent five times, a stale edit, and either of them killed while the other goes on.

import { House, freePort, until } from "../lib/house.mjs";
import { Mailbox } from "../lib/mailbox.mjs";
import { newKey } from "../lib/visitor.mjs";
import { closed, commit, members, ownParty, table } from "../lib/settled.mjs";
import { asking, freshName } from "./load.mjs";
import { sound } from "./kills.mjs";
import { holds } from "./report.mjs";
import { oneQuestion } from "./one-question.mjs";
import { listen } from "../lib/listen.mjs";

const PEOPLE = 60;

/** How often something stands on a page. */
const times = async (visitor, path, words) => (await visitor.get(path)).body.split(words).length - 1;

export async function twoNodes(database, where) {
  const mailbox = await Mailbox.open();
  const ports = [await freePort(), await freePort()];
  const base = `http://127.0.0.1:${ports[0]}`;
  const start = (node) =>
    House.start(["serve", "--database", database, "--mail", mailbox.url], { port: ports[node], baseUrl: base });
  const nodes = [await start(0), await start(1)];
  const urls = nodes.map((node) => node.url);
  const place = await table(urls[0], mailbox, "nodes");
  const { ana, at } = place;
  const there = ana.at(urls[1]);

  holds("a session made on one node is good on the other", (await there.get("/home")).status < 400);

  const party = await ownParty(ana, at);
  const live = await listen(there, at("live"));
  const waits = [];
  for (let round = 0; round < 10; round += 1) {
    const seen = live.heard.length;
    const before = Date.now();
    await ana.post(at("invite"), asking({ party }, freshName()));
    await until("a live event", () => live.heard.length > seen, 5_000, 2);
    waits.push(live.heard[seen] - before);
    await new Promise((rest) => setTimeout(rest, 450));
  }
  live.close();
  holds(`an act on one node is told to an open page of the other within 1 s (worst of 10: ${Math.max(...waits)} ms)`, Math.max(...waits) <= 1_000, waits.join(", "));

  const before = mailbox.letters.length;
  const asked = Array.from({ length: 40 }, (_, number) => `letter.${number}@example.org`);
  await Promise.all(
    asked.map((email, number) =>
      [ana, there][number % 2].post(at("invite"), { ...asking({ party }, freshName()), email }),
    ),
  );
  await until("all letters", () => mailbox.letters.length - before >= asked.length, 60_000);
  await new Promise((rest) => setTimeout(rest, 3_000));
  const letters = mailbox.letters.slice(before).map((letter) => letter.to).sort();
  holds("of 40 letters asked for on both nodes, each was sent once", letters.join() === asked.sort().join(), `${letters.length} letters`);

  const people = await members(place, urls[0], mailbox, PEOPLE);
  await commit(place);
  const support = at("commitment/support");
  const spread = people.map((one, number) => one.at(urls[number % 2]));
  const forms = [];
  for (const one of spread) forms.push(await one.hidden(at("commitment"), support));
  const answers = await Promise.all(
    spread.map((one, number) => one.send("POST", support, forms[number]).catch((error) => ({ status: String(error) }))),
  );
  const yes = answers.filter(({ status }) => status === 303).length;
  holds(`${PEOPLE} different people put their name to it at once on two nodes: ${yes} successes`, yes === PEOPLE, answers.map(({ status }) => status).join());
  holds("and every name stands there", (await times(ana, at("commitment"), `${PEOPLE} people support it`)) === 1);

  await oneQuestion(place, people, urls);
  await signatures(urls, mailbox);

  const name = freshName();
  const form = asking({ party }, name);
  const sent = await Promise.all(
    [ana, there, ana, there, ana].map((one) => one.send("POST", at("invite"), form)),
  );
  const led = new Set(sent.map(({ headers }) => headers.location));
  holds("a form sent five times at once to both nodes has one effect and one answer", (await times(ana, at("invite"), name)) === 1 && led.size === 1 && sent.every(({ status }) => status === 303), sent.map(({ status, headers }) => `${status} ${headers.location}`).join());

  await staleEdit(place, there);

  for (const [killed, other] of [[0, 1], [1, 0]]) {
    await nodes[killed].stop("SIGKILL");
    const survivor = ana.at(urls[other]);
    const went = await survivor.send("POST", at("invite"), asking({ party }, freshName()));
    holds(`with node ${killed + 1} killed, node ${other + 1} goes on`, went.status === 303, String(went.status));
    nodes[killed] = await start(killed);
  }
  for (const node of nodes) await node.stop();
  const { well, said } = sound(database, where);
  holds("fsck is clean and the record verifies", well, said);
  mailbox.close();
}

/** Sixty leaders of thirty partnerships sign at the same moment, the two of each at different nodes. */
async function signatures(urls, mailbox) {
  const places = [];
  for (let begin = 0; begin < PEOPLE / 2; begin += 6) {
    const some = Array.from({ length: 6 }, (_, number) => table(urls[0], mailbox, `signing ${begin + number}`));
    places.push(...(await Promise.all(some)));
  }
  await Promise.all(places.map(closed));
  const signing = [];
  for (const { ana, ruth, at } of places) {
    const page = `${at("commitment")}/sign`;
    for (const [node, lead] of [ana, ruth].entries()) {
      const there = lead.at(urls[node]);
      signing.push({ there, page, form: { ...(await there.hidden(page, page)), name: lead.name } });
    }
  }
  const answers = await Promise.all(signing.map(({ there, page, form }) => there.send("POST", page, form)));
  const yes = answers.filter(({ status }) => status === 303).length;
  holds(`${PEOPLE} leaders sign at once on two nodes: ${yes} signatures`, yes === PEOPLE, answers.map(({ status }) => status).join());
  const stand = await Promise.all(places.map(({ ana, at }) => times(ana, at("commitment"), "Each must-agree party has signed it")));
  holds("and each of their commitments stands", stand.every((found) => found > 0), stand.join());
}

/** Two people edit the same version of the renewal's text, each at another node. */
async function staleEdit({ ana, ruth, at }, there) {
  await ana.submit(at("commitment/renew"), at("commitment/begin"), { start: "blank", language: "en" });
  const write = await ana.get(at("commitment/write"));
  const version = write.body.match(/name="_version" value="(\d+)"/)?.[1];
  const renew_on = write.body.match(/name="renew_on"[^>]*value="([^"]*)"/)?.[1] ?? "";
  const edit = (body) => ({ _key: newKey(), _version: version, body, renew_on });
  await ruth.post(at("commitment/write"), edit("What Ruth wrote first."));
  const stale = await there.send("POST", at("commitment/write"), edit("What Ana wrote meanwhile."));
  const both = ["What Ruth wrote first.", "What Ana wrote meanwhile."].every((text) => stale.body.includes(text));
  holds("a stale edit is answered 409 and shows both texts", stale.status === 409 && both, `${stale.status}`);
}
