// Two leaders who distrust each other a little: from the front door to a signed commitment, to a leader
// who leaves and a successor who renews, and to a party that withdraws. With JavaScript and without.

import assert from "node:assert/strict";
import test from "node:test";
import { commit, close, meet, sides, sign, town } from "../lib/story.mjs";

const here = town();

for (const [scripts, mark] of [[true, "One"], [false, "Two"]]) {
  const how = scripts ? "with JavaScript" : "without JavaScript";

  test(`two leaders sign a commitment and each later change is seen by both, ${how}`, async (journey) => {
    const { labor, management } = sides(mark);
    const pair = await meet(here, { mark, scripts });
    const { ana, ruth, at } = pair;

    await journey.test("from the front door to a signed commitment in the record", async () => {
      await commit(pair, mark);
      await ana.open(at("commitment"));
      await ana.sees("Each must-agree party has signed it");
      await ana.open(at("record"));
      for (const name of [ana.name, ruth.name]) await ana.sees(`${name} signed the commitment`);
      await ana.open("/home");
      await ana.sees(/record no\. \d+|Record no\. \d+/i);
    });

    const omar = await here.person(`Omar Diaz ${mark}`, { scripts });
    await journey.test("a leader leaves, the successor confirms and then renews", async () => {
      await ana.open(at("invite"));
      await ana.fill("Name", omar.name);
      await ana.fill("E-mail", omar.email);
      await ana.tick("They would lead this party");
      await ana.press("Send the invitation");
      await omar.openInvitation();
      await omar.follow("Yes, sign in to join");
      await omar.signIn();
      await omar.press("Yes, I will join");
      await ana.open(at("leave"));
      await ana.press("Give up my seat");
      await ana.open(at("commitment"), 404);
      await omar.open(at("commitment"));
      await omar.sees("Lapsed");
      await sign(omar, at, labor.party, "commitment/confirm");
      await omar.sees(/now the commitment stands/);
      await omar.open(at("commitment"));
      await omar.follow("Begin the renewal");
      await omar.press("Begin the renewal");
      await omar.fill("The text", "# A better promise\n\nWe meet twice a month.");
      await omar.press("Save this version");
      await omar.sees("The one we signed");
      await close({ ...pair, ana: omar });
      await sign(omar, at, labor.party);
      await sign(ruth, at, management.party);
      await ruth.sees("A better promise");
      await ruth.sees("Earlier commitments");
    });

    await journey.test("a party withdraws alone, keeps reading and takes its copy along", async () => {
      await ruth.open(at("withdraw"));
      await ruth.press(`Take ${management.party} out`);
      await ruth.sees(`${management.party} has left. Here is your copy of everything.`);
      const [file] = await Promise.all([
        ruth.page.waitForEvent("download"),
        ruth.page.getByRole("link", { name: "Download my copy" }).click(),
      ]);
      assert.match(file.suggestedFilename(), /\.zip$/);
      await ruth.open(at("record"));
      await omar.open(at("commitment"));
      await omar.misses("Each must-agree party has signed it");
      await omar.open(at("people"));
      await omar.sees("Left on");
    });

    for (const person of [ana, ruth, omar]) await person.leave();
  });
}
