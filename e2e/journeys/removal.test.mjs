// Words that a law asks to go: one leader proposes it on a phone, the other agrees, and afterwards backup, restore, the
// check of the database and the verifier all find the record whole. With JavaScript and without.

import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import test from "node:test";
import { command } from "../lib/house.mjs";
import { meet, town } from "../lib/story.mjs";

const here = town();
const PHONE = { width: 360, height: 740 };
const OUT = new URL("../out/", import.meta.url).pathname;
const WORDS = "Kim Nora was ill in May, and so nothing came of it.";
const WHY = "It tells of the illness of a person who did not agree to that.";

/** No page may be wider than the phone. A picture of each is kept for eyes. */
async function fits(person, name) {
  mkdirSync(OUT, { recursive: true });
  await person.page.screenshot({ path: `${OUT}removal-${name}.png`, fullPage: true });
  const wide = await person.page.evaluate("document.documentElement.scrollWidth");
  assert.ok(wide <= PHONE.width, `${name} is ${wide} px wide`);
}

for (const [scripts, mark] of [[true, "Uno"], [false, "Dos"]]) {
  test(`words go for good when each side agrees, ${scripts ? "with" : "without"} JavaScript`, async () => {
    const { id, ana, ruth, at } = await meet(here, { mark, scripts });
    for (const one of [ana, ruth]) await one.page.setViewportSize(PHONE);
    await ana.open(at("joint/new/pause"));
    await ana.press("Propose it to the others");
    await ruth.open(at("joint"));
    await ruth.page.getByText("Say no instead").click();
    await ruth.fill("If you say no: why?", WORDS);
    await ruth.press("Say no for your side");

    await ana.open(at("record"));
    await ana.page.getByRole("link", { name: /said no for/ }).first().click();
    await ana.settled();
    await ana.sees(WORDS);
    const entry = ana.path;
    await fits(ana, `before-${mark}`);
    await ana.follow("Have these words taken out");
    await ana.sees("What will be gone");
    await ana.sees("This cannot be undone.");
    await ana.press("Propose to take them out");
    await ana.sees("Why do they have to go?");
    await fits(ana, `propose-${mark}`);
    await ana.fill("Why do they have to go?", WHY);
    await ana.press("Propose to take them out");
    await ana.sees("has not answered");
    await fits(ana, `proposed-${mark}`);
    await ruth.open(at("joint"));
    await ruth.sees(WHY);
    await fits(ruth, `asked-${mark}`);
    await ruth.press("Say yes for your side");

    for (const one of [ana, ruth]) {
      await one.open(entry);
      await one.misses(WORDS);
      await one.sees("Taken out on");
    }
    await fits(ana, `gone-${mark}`);
    await ana.page.getByRole("link", { name: /^See record no/ }).first().click();
    await ana.settled();
    await ana.sees("Said yes:");
    await fits(ana, `entry-${mark}`);
    assert.equal(command("admin", "hold", "--database", here.database, "--partnership", id, "--reason", "Request 17").code, 0);
    await ana.open(at("record"));
    await ana.sees("There has been a legal hold since");
    await fits(ana, `held-${mark}`);

    const file = (name) => `${here.folder.path}/${mark}-${name}`;
    const again = `sqlite:${file("again.db")}`;
    assert.equal(command("backup", "--database", here.database, file("backup")).code, 0);
    assert.equal(command("restore", "--database", again, file("backup")).code, 0);
    for (const database of [here.database, again]) {
      const checked = command("fsck", "--database", database);
      assert.equal(checked.code, 0, checked.said);
      const out = file(database === again ? "again.concord" : "record.concord");
      assert.equal(command("export-record", "--database", database, "--partnership", id, out).code, 0);
      const verified = command("verify", out);
      assert.equal(verified.code, 0, verified.said);
      assert.match(verified.said, /texts taken out lawfully: 1\./);
    }
    for (const one of [ana, ruth]) await one.leave();
  });
}
