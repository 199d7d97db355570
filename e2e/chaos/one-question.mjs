// Sixty people answer one question within a second. All sixty are kept, and an open page hears of it.

import { House, freePort, until } from "../lib/house.mjs";
import { listen } from "../lib/listen.mjs";
import { Mailbox } from "../lib/mailbox.mjs";
import { members, table } from "../lib/settled.mjs";
import { holds } from "./report.mjs";

const PEOPLE = 60;

/** The same on one program alone: SQLite is the database of one node. */
export async function oneNode(database) {
  const mailbox = await Mailbox.open();
  const house = await House.start(["serve", "--database", database, "--mail", mailbox.url], { port: await freePort() });
  const place = await table(house.url, mailbox, "answers");
  await oneQuestion(place, await members(place, house.url, mailbox, PEOPLE), [house.url, house.url]);
  await house.stop();
  mailbox.close();
}

/** Sixty people answer one question within a second, half of them at each node; then it is shown, once. */
export async function oneQuestion({ ana, ruth, at }, people, urls) {
  const soon = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  const question = { question: "Shall we meet every month?", effect: "We meet every month.", boundary: "none", seen: "party", who: "everybody", answer_on: soon };
  const drafted = await ana.post(at("decisions/new"), question);
  const page = drafted.headers.location;
  await ana.submit(page, `${page}/open`);
  const watching = await listen(ruth.at(urls[1]), at("live"));
  const spread = people.map((one, number) => one.at(urls[number % 2]));
  const forms = [];
  for (const one of spread) forms.push(await one.hidden(page, `${page}/answer`));
  const begun = Date.now();
  const answers = await Promise.all(
    spread.map(async (one, number) => {
      const sent = Date.now();
      const { status } = await one
        .send("POST", `${page}/answer`, { ...forms[number], fingers: String(3 + (number % 3)) })
        .catch((error) => ({ status: String(error) }));
      return { status, took: Date.now() - sent };
    }),
  );
  const all = Date.now() - begun;
  const yes = answers.filter(({ status }) => status === 303).length;
  const slowest = answers.map(({ took }) => took).sort((a, b) => a - b);
  const p99 = slowest[Math.ceil(slowest.length * 0.99) - 1];
  holds(`${people.length} people answer one question on two nodes: ${yes} kept, all in ${all} ms, 99 of 100 within ${p99} ms`, yes === people.length && all <= 1_000, answers.map(({ status }) => status).join());
  const shown = await ruth.at(urls[1]).get(page);
  holds("and every answer is counted on the page, at either node", shown.body.includes(`${people.length} of ${people.length + 2} have answered`), shown.body.match(/\d+ of \d+ have answered/)?.[0]);
  await until("an open page hears of the answers", () => watching.heard.length > 0, 5_000, 20);
  watching.close();
  for (const lead of [ana, ruth]) await lead.submit(page, `${page}/answer`, { fingers: "4" });
  await ana.submit(`${page}/reveal`, `${page}/reveal`);
  holds("shown once, the question is agreed by both sides", (await ruth.get(page)).body.includes("Agreed: each side"), page);
}
