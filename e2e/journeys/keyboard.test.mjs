// A leader who uses no mouse signs: Tab, Space and Enter alone, and the focus is always to be seen.

import assert from "node:assert/strict";
import test from "node:test";
import { close, meet, sides, sign, town } from "../lib/story.mjs";

const here = town();

/** What has the focus, in words, and whether a ring or a change of colour shows it. */
function focused(page) {
  return page.evaluate(() => {
    const one = document.activeElement;
    if (!one || one === document.body) return null;
    const style = getComputedStyle(one);
    const box = one.getBoundingClientRect();
    const label = one.id && document.querySelector(`label[for="${CSS.escape(one.id)}"]`);
    return {
      tag: one.tagName.toLowerCase(),
      words: ((label || one).textContent ?? "").trim().replace(/\s+/g, " "),
      shown: style.outlineStyle !== "none" || style.boxShadow !== "none",
      inside: box.bottom > 0 && box.top < innerHeight && box.width > 0,
    };
  });
}

/** Tabs on until something with these words has the focus. */
async function tabTo(page, tag, words) {
  for (let steps = 0; steps < 80; steps += 1) {
    await page.keyboard.press("Tab");
    let now = await focused(page);
    if (!now) continue;
    // The browser scrolls to it in its own time.
    for (let waits = 0; !now.inside && waits < 20; waits += 1) {
      await page.waitForTimeout(50);
      now = await focused(page);
    }
    assert.ok(now.shown, `the focus on ${now.tag} "${now.words}" cannot be seen`);
    assert.ok(now.inside, `the focus on ${now.tag} "${now.words}" is off the screen`);
    if (now.tag === tag && now.words.startsWith(words)) return;
  }
  assert.fail(`no ${tag} "${words}" within 80 steps`);
}

test("a leader signs by keyboard only", async () => {
  const pair = await meet(here, { mark: "Key", scripts: true });
  const { ana, ruth, at } = pair;
  await ana.open(at("commitment"));
  await ana.press("Begin writing");
  await ana.press("Save this version");
  await close(pair);

  await ana.open("/home");
  await ana.page.keyboard.press("Tab");
  assert.match((await focused(ana.page)).words, /^Skip/);
  await ana.page.keyboard.press("Enter");
  await tabTo(ana.page, "a", "Do it now");
  await ana.page.keyboard.press("Enter");
  await ana.page.waitForURL(/commitment/);
  if (!ana.path.endsWith("/sign")) {
    await tabTo(ana.page, "a", "Read it and sign");
    await ana.page.keyboard.press("Enter");
    await ana.page.waitForURL(/commitment\/sign/);
  }
  // A form sent with nothing typed leads the focus to what is missing, and back to the field.
  await tabTo(ana.page, "button", "Sign for");
  await ana.page.keyboard.press("Enter");
  await ana.sees("Type the name, as it is signed.");
  await tabTo(ana.page, "a", "Type your name as you sign: Type the name, as it is signed.");
  await ana.page.keyboard.press("Enter");
  assert.match((await focused(ana.page)).words, /^Type your name as you sign/);
  await ana.page.keyboard.type(ana.name);
  await tabTo(ana.page, "button", "Sign for");
  await ana.page.keyboard.press("Space");
  await ana.sees(/You signed/);

  await sign(ruth, at, sides("Key").management.party);
  await ruth.sees(/now the commitment stands/);
  await ana.leave();
  await ruth.leave();
});
