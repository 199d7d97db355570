// Three people and a storm: a superintendent, a union president and a teacher who leads a group, from the
// first call to looking back. Nobody signed in reads the public page, in Spanish, on a phone. With JavaScript
// and without.

import test from "node:test";
import { meet, sides, town } from "../lib/story.mjs";

const here = town();
const phone = { width: 360, height: 740 };

/** So many days from now, as a date field takes it. */
const day = (ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

for (const [scripts, mark] of [[true, "Ice"], [false, "Snow"]]) {
  const how = scripts ? "with JavaScript" : "without JavaScript";

  test(`a storm is met by both sides and looked back on, ${how}`, async (journey) => {
    const pair = await meet(here, { mark, scripts });
    const { ana, ruth, at } = pair;
    const { labor, management } = sides(mark);
    let crisis = "";

    await journey.test("the superintendent starts it and the president confirms", async () => {
      await ruth.open(at("crisis"));
      await ruth.tick("Weather and disaster");
      await ruth.fill("What do you call it?", `Storm ${mark}`);
      await ruth.press("Start it now");
      await ruth.sees("Started by one side");
      await ana.open(at("crisis"));
      await ana.press("Confirm for your side");
      await ana.sees("Two sides stand behind it now");
      crisis = (await ana.page.locator('a.row-title[href$="/groups/health"]').getAttribute("href")).replace("/groups/health", "");
    });

    const lee = await here.person(`Lee Park ${mark}`, { scripts, screen: phone });
    await journey.test("a teacher takes a chair and answers a key question on a phone", async () => {
      await ana.open(at("invite"));
      await ana.fill("Name", lee.name);
      await ana.fill("E-mail", lee.email);
      await ana.press("Send the invitation");
      await lee.openInvitation();
      await lee.follow("Yes, sign in to join");
      await lee.signIn();
      await lee.press("Yes, I will join");
      await ana.open(`${crisis}/groups/teaching`);
      await ana.page.locator("summary", { hasText: "Name the co-lead of our side" }).click();
      await ana.field("Co-lead").selectOption({ label: lee.name });
      await ana.press("Name them");
      await ana.sees(lee.name);
      await lee.open(`${crisis}/groups/teaching`);
      await lee.follow("What do we not expect of teachers and students on such a day?");
      await lee.tick("Decided");
      await lee.fill("What we know", "No grades on closed days.");
      await lee.press("Save");
      await lee.sees("No grades on closed days.");
    });

    await journey.test("the sheet says when, and people decide", async () => {
      await lee.open(`${crisis}/sheet`);
      await lee.page.locator("li", { hasText: "Staff who cannot come" }).getByLabel(/New reading/).fill("41");
      await lee.page.getByRole("button", { name: /Save the reading.*Staff who cannot come/ }).click();
      await lee.sees("The numbers say: close");
      await lee.open(`${crisis}/decisions`);
      await lee.choose("Who decided", "teaching");
      await lee.fill("What we decided", "Schools stay closed tomorrow.");
      await lee.fill("Who carries it out", "Ruth");
      await lee.fill("Last day", day(2));
      await lee.fill("What would change it sooner", "Fewer than 15 of 100 are away.");
      await lee.choose("What does it say about opening?", "close");
      await lee.press("Write it down");
      await lee.sees("It holds from now on");
      await ruth.open(`${crisis}/sheet`);
      await ruth.sees("What people decided: Close");
    });

    await journey.test("families read it in Spanish without an account", async () => {
      await ruth.open(`${crisis}/situation`);
      await ruth.follow("We are closed today");
      await ruth.fill("The next message comes by", `${day(1)}T17:00`);
      await ruth.press("See how families will read it");
      await ruth.press("Publish it now");
      await ruth.sees("It is public now");
      const parent = await here.person(`Parent ${mark}`, { scripts, screen: phone, language: "es-MX" });
      await parent.open(`/situation/${pair.id}`);
      await parent.sees("Hoy todas las escuelas están cerradas");
      await parent.sees("Nadie más lo ha leído otra vez");
      await lee.open(`${crisis}/situation`);
      await lee.press("Our side stands behind it");
      await lee.press("I read both: they say the same");
      await parent.open(`/situation/${pair.id}`);
      await parent.sees(`También lo respalda ${labor.party}`);
      await parent.misses("Nadie más lo ha leído otra vez");
      await parent.leave();
    });

    await journey.test("two sides stand it down and look back", async () => {
      await ana.open(at("crisis"));
      await ana.follow("Ask to stand down");
      await ana.press("Ask to stand down");
      await ruth.open(at("crisis"));
      await ruth.follow("Agree: stand down");
      await ruth.press("Agree: stand down");
      await ruth.sees("Now look back together");
      await lee.open(`${crisis}/after`);
      await lee.tick("What stays");
      await lee.fill("Your line", "The morning call of both sides.");
      await lee.press("Add the line");
      await lee.sees("The morning call of both sides.");
      await lee.sees(`Not yet heard: ${management.party}`);
      await ana.open(at("record"));
      await ana.sees("the crisis was stood down");
    });

    for (const person of [ana, ruth, lee]) await person.leave();
  });
}
