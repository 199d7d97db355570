// Two leaders on phones, in their first half hour: from the invitation to one printed page. Screens and taps are
// counted from the invitation, after signing in, which is the same for everything here. With JavaScript and without.

import assert from "node:assert/strict";
import test from "node:test";
import { town } from "../lib/story.mjs";

const here = town();
const PHONE = { width: 360, height: 740 };
const SCREENS = 5;
const TAPS = 25;
/** The machine's part of the time, in milliseconds: people take the rest of their half hour. */
const TIME = 180_000;
const SEEN = process.env.FIRST_HOUR_PICTURES;

const ITEMS = ["leaders", "cabinet", "buildings", "training", "news", "written"];
const BUILDINGS = "A place in each school where principal and building rep meet";

/** Counts what one person taps and which screens they see. A screen is a page; the same page later is the same screen. */
class Counted {
  taps = 0;
  screens = new Set();

  constructor(person) {
    this.person = person;
    this.page = person.page;
  }

  seen() {
    this.screens.add(this.person.path.replace(/\?.*/, ""));
  }

  async tap(locator) {
    this.taps += 1;
    await locator.first().tap();
  }

  /** Taps what leads to a page or sends a form. */
  async go(locator) {
    const isPage = (answer) => answer.status() !== 303 && /text\/html/.test(answer.headers()["content-type"] ?? "");
    const answered = this.page.waitForResponse(isPage, { timeout: 30_000 });
    await this.tap(locator);
    await (await answered).finished();
    await this.person.settled();
    this.seen();
  }

  button(words) {
    return this.page.getByRole("button", { name: words, exact: true });
  }

  link(words) {
    return this.page.getByRole("link", { name: words, exact: true });
  }

  /** A tap on the link of a letter, or a pull to look again. */
  async opens(path) {
    this.taps += 1;
    await this.person.open(path);
    this.seen();
  }

  /** One tap into the field; then the keyboard. */
  async type(label, text) {
    this.taps += 1;
    await this.person.fill(label, text);
  }

  async six(levels, party) {
    for (const [at, level] of levels.entries()) {
      await this.tap(this.page.locator(`label[for="${ITEMS[at]}-${level}"]`));
    }
    await this.go(this.button(`Answer for ${party}`));
  }

  async fits(what) {
    const wide = await this.page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= PHONE.width, `${what} is ${wide} px wide`);
    if (SEEN) await this.page.screenshot({ path: `${SEEN}/${what}-360.png`, fullPage: true });
  }
}

for (const [scripts, mark] of [[true, "Uno"], [false, "Duo"]]) {
  test(`two leaders share one concern and a meeting, ${scripts ? "with" : "without"} JavaScript`, async () => {
    const ana = await here.person(`Ana Ruiz ${mark}`, { scripts, screen: PHONE });
    const ruth = await here.person(`Ruth Okafor ${mark}`, { scripts, screen: PHONE });
    await ana.signIn();
    await ana.open("/start");
    await ana.fill("Name of the place", `Alder Valley ${mark}`);
    await ana.choose("State or territory", "OR");
    await ana.choose("Your group is", "labor");
    await ana.fill("Name of your group", "Alder Educators");
    await ana.choose("Their group is", "management");
    await ana.fill("Name of their group", "Brook Administration");
    await ana.fill("Name of the person you ask", ruth.name);
    await ana.fill("Their e-mail address", ruth.email);
    await ana.fill("Why now, in one sentence", "Half of our new teachers leave within three years.");
    await ana.press("Start the draft and ask them");
    const id = ana.path.split("/")[2];
    await ruth.signIn();

    const began = Date.now();
    const [one, two] = [new Counted(ana), new Counted(ruth)];
    await ruth.openInvitation();
    two.seen();
    await two.fits("invitation");
    await two.go(two.button("Yes, I will join"));
    assert.equal(ruth.path, `/p/${id}/readiness`);
    await two.fits("six");
    await two.six(["absent", "absent", "developed", "absent", "discussed", "absent"], "Brook Administration");
    await ruth.sees("Alder Educators");
    await ruth.misses("The widest gap");

    await one.opens(`/p/${id}/readiness`);
    await ana.misses("The widest gap");
    await one.six(["absent", "absent", "absent", "absent", "absent", "absent"], "Alder Educators");
    await ana.sees("The widest gap");
    await one.fits("reveal");

    await two.opens(`/p/${id}/readiness`);
    await ruth.sees("The widest gap");
    for (const leader of [one, two]) {
      await leader.go(leader.link("Pick one shared concern"));
      await leader.tap(leader.page.locator("label.choice", { hasText: BUILDINGS }));
      await leader.fits("concern");
      await leader.go(leader.button("Name these"));
    }
    await ruth.sees("What we both care about");
    assert.ok(one.screens.size > 1 && two.screens.size > 2, "screens are counted");

    const week = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
    await two.type("Day", week);
    await two.type("Time", "15:30");
    await two.type("Place", "Library of Elm Street School");
    await two.type("What your side brings", "Three years of exit notes");
    await two.fits("meeting");
    await two.go(two.button("Propose this meeting"));
    await one.opens(`/p/${id}/first-hour`);
    await ana.sees("Library of Elm Street School");
    await one.type("What your side brings", "The list of who left");
    await one.go(one.button("We will be there"));
    await two.opens(`/p/${id}/first-hour`);
    for (const leader of [one, two]) {
      await leader.go(leader.link("Open the page to print"));
      await leader.person.sees("Library of Elm Street School");
      await leader.person.sees("Three years of exit notes");
      await leader.fits("print");
    }
    const took = Date.now() - began;

    // One sheet of paper.
    if (scripts) {
      const pdf = await ana.page.pdf({ format: "Letter" });
      assert.equal(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length, 1, "it prints on one page");
    }
    for (const leader of [one, two]) {
      const said = `${leader.person.name}: ${leader.screens.size} screens, ${leader.taps} taps`;
      assert.ok(leader.screens.size <= SCREENS, `${said}: ${[...leader.screens].join(" ")}`);
      assert.ok(leader.taps <= TAPS, said);
      console.log(`# ${said}`);
    }
    assert.ok(took < TIME, `the machine's part took ${took} ms`);
    console.log(`# the machine's part took ${took} ms`);
    await ana.leave();
    await ruth.leave();
  });
}
