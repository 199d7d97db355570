// An active partnership, made over HTTP as its people would make it, for loads and faults.

import { Visitor, within } from "./visitor.mjs";

/** @typedef {{ id: string, ana: Visitor, ruth: Visitor, at: (page: string) => string, mark: string }} Table */

const PARTIES = { labor: "Alder Educators", management: "Brook Administration" };

/** Two leaders begin a partnership and prove to each other who they are. @returns {Promise<Table>} */
export async function table(url, mailbox, mark) {
  const ana = await new Visitor(url, { name: `Ana Ruiz ${mark}`, mailbox }).signIn();
  const ruth = await new Visitor(url, { name: `Ruth Okafor ${mark}`, mailbox }).signIn();
  const begun = await ana.post("/start", {
    place_kind: "district",
    place_name: `Alder Valley ${mark}`,
    place_state: "OR",
    own_kind: "labor",
    own_name: PARTIES.labor,
    own_title: "President",
    other_kind: "management",
    other_name: PARTIES.management,
    person_name: ruth.name,
    person_email: ruth.email,
    why: "Half of our new teachers leave within three years.",
    union_term: "association",
    head_term: "superintendent",
  });
  const id = begun.headers.location.split("/")[2];
  const at = (page) => `/p/${id}/${page}`;
  await ruth.join();
  const codes = [];
  for (const lead of [ana, ruth]) {
    codes.push(within((await lead.get(at("draft"))).body, /id="my-code">([^<]+)</));
  }
  await ana.post(at("introduce"), { code: codes[1] });
  await ruth.post(at("introduce"), { code: codes[0] });
  return { id, ana, ruth, at, mark };
}

/** The choices of a field on a page: [value, words] of each. */
export function options(body, name) {
  const select = body.match(new RegExp(`<select id="${name}"[\\s\\S]*?</select>`))?.[0] ?? "";
  return [...select.matchAll(/<option value="([^"]*)"[^>]*>([^<]*)</g)].map(([, value, words]) => [value, words]);
}

/** The party that a lead may ask people to. */
export async function ownParty(lead, at) {
  const { body } = await lead.get(at("invite"));
  return options(body, "party").find(([value]) => value !== "")[0];
}

/** So many new people take seats in Ana's party. @returns {Promise<Visitor[]>} */
export async function members({ ana, at, mark }, url, mailbox, count) {
  const party = await ownParty(ana, at);
  const joined = [];
  for (let begin = 0; begin < count; begin += 10) {
    const some = Array.from({ length: Math.min(10, count - begin) }, async (_, place) => {
      const one = new Visitor(url, { name: `Member ${mark} ${begin + place}`, mailbox });
      await ana.post(at("invite"), { name: one.name, email: one.email, party, role: "member", language: "en" });
      return (await one.signIn()).join();
    });
    joined.push(...(await Promise.all(some)));
  }
  return joined;
}

/** The commitment is begun from the sample and closed: both leads may sign. */
export async function closed({ ana, ruth, at }) {
  const page = at("commitment");
  await ana.submit(page, `${page}/begin`, { start: "sample", language: "en" });
  for (const lead of [ana, ruth]) {
    const { body } = await lead.get(`${page}/signers`);
    const [, own] = body.match(/name="signers" value="([^"]+)"/);
    await lead.submit(`${page}/signers`, `${page}/signers`, { signers: own });
  }
  await ana.submit(`${page}/freeze`, `${page}/freeze`);
}

/** The same, and signed by both. */
export async function commit(place) {
  const page = place.at("commitment");
  await closed(place);
  for (const lead of [place.ana, place.ruth]) await lead.submit(`${page}/sign`, `${page}/sign`, { name: lead.name });
}
