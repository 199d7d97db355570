// What several journeys have in common: two leaders who meet, and a commitment they sign. Every step is
// taken on the pages.

import { after, before } from "node:test";
import { House, folder } from "./house.mjs";
import { Mailbox } from "./mailbox.mjs";
import { Person } from "./person.mjs";
import { launch } from "./browser.mjs";

/** Starts the program on a fresh database, a mail server and a Chromium for the tests of one file. */
export function town() {
  /** @type {any} */
  const here = {};
  before(async () => {
    here.folder = folder();
    here.mailbox = await Mailbox.open();
    here.database = `sqlite:${here.folder.path}/concord.db`;
    here.house = await House.start(["serve", "--database", here.database, "--mail", here.mailbox.url]);
    here.browser = await launch();
  });
  after(async () => {
    await here.browser?.close();
    await here.house?.stop();
    here.mailbox?.close();
    here.folder?.remove();
  });
  here.person = (name, how = {}) =>
    Person.at(here.browser, here.house, { name, mailbox: here.mailbox, ...how });
  return here;
}

/** The two sides of a story; `mark` tells one story's people from another's. */
export const sides = (mark) => ({
  labor: { party: "Alder Educators", lead: `Ana Ruiz ${mark}` },
  management: { party: "Brook Administration", lead: `Ruth Okafor ${mark}` },
});

/** From the front door to two leaders who have proved to each other who they are. */
export async function meet(here, { mark, scripts }) {
  const { labor, management } = sides(mark);
  const ana = await here.person(labor.lead, { scripts });
  const ruth = await here.person(management.lead, { scripts });
  await ana.open("/");
  await ana.follow("Start a partnership");
  await ana.sees("What you will be asked");
  await ana.fill("Name of the place", `Alder Valley ${mark}`);
  await ana.choose("State or territory", "OR");
  await ana.choose("Your group is", "labor");
  await ana.fill("Name of your group", labor.party);
  await ana.choose("Their group is", "management");
  await ana.fill("Name of their group", management.party);
  await ana.fill("Name of the person you ask", ruth.name);
  await ana.fill("Their e-mail address", ruth.email);
  await ana.fill("Why now, in one sentence", "Half of our new teachers leave within three years.");
  // What she typed waits in her browser while she signs in.
  await ana.press("Keep my answers and go on");
  await ana.signIn();
  await ana.sees("Here are your answers");
  await ana.press("Start the draft and ask them");
  await ana.sees("Draft");
  const id = ana.path.split("/")[2];

  await ruth.openInvitation();
  await ruth.follow("Yes, sign in to join");
  await ruth.signIn();
  await ruth.press("Yes, I will join");
  await ruth.open(`/p/${id}/draft`);
  await ana.open(`/p/${id}/draft`);
  const codes = await Promise.all([ana, ruth].map((one) => one.page.locator("#my-code").innerText()));
  await ana.fill("The code you hear from them", codes[1]);
  await ana.press("This is their code");
  await ruth.fill("The code you hear from them", codes[0]);
  await ruth.press("This is their code");
  await ruth.sees("The partnership is active");
  return { id, ana, ruth, at: (page) => `/p/${id}/${page}` };
}

/** Each side names its lead as the one who signs, and the text is closed. */
export async function close(pair) {
  const { ana, ruth, at } = pair;
  for (const [lead, other] of [[ana, ruth], [ruth, ana]]) {
    await lead.open(at("commitment/signers"));
    await lead.tick(lead.name);
    await lead.press("Name them");
    await lead.misses(other.email);
  }
  await ana.open(at("commitment"));
  await ana.follow("Close it for signing");
  await ana.press("Close it for signing");
  await ana.sees("Being signed");
}

/** Somebody signs the text that was closed, for their party. */
export async function sign(person, at, party, page = "commitment/sign") {
  await person.open(at(page));
  await person.fill("Type your name as you sign", person.name);
  await person.press(`Sign for ${party}`);
  await person.sees(/You signed/);
}

/** Written together, closed, and signed by both. */
export async function commit(pair, mark) {
  const { ana, ruth, at } = pair;
  const { labor, management } = sides(mark);
  await ana.open(at("commitment"));
  await ana.press("Begin writing");
  await ruth.open(at("commitment/write"));
  const text = await ruth.field("The text").inputValue();
  await ruth.fill("The text", `${text}\n\nWe meet on the first Tuesday of each month.\n`);
  await ruth.press("Save this version");
  await ruth.sees("We meet on the first Tuesday of each month.");
  await close(pair);
  await sign(ana, at, labor.party);
  await sign(ruth, at, management.party);
  await ruth.sees(/now the commitment stands/);
}
