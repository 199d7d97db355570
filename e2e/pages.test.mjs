// Every page of the sample district, as each kind of person reaches it by links: accessible in every
// dress, never wider than the screen, light on the wire, and quiet on the console.
// CONCORD_PICTURES=1 also keeps a picture of each kind of page in four dresses, in out/, for eyes.

import assert from "node:assert/strict";
import { mkdirSync, rmSync } from "node:fs";
import { after, before, test } from "node:test";
import { launch } from "./lib/browser.mjs";
import { Examiner } from "./lib/examine.mjs";
import { House } from "./lib/house.mjs";
import { walk } from "./lib/walk.mjs";

const AT_ONCE = 3;
const OUT = new URL("out/", import.meta.url).pathname;
const PICTURES = process.env.CONCORD_PICTURES === "1";

let house, browser;
before(async () => {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT, { recursive: true });
  house = await House.start(["demo"]);
  browser = await launch();
});
after(async () => {
  await browser?.close();
  await house?.stop();
});

/** Examines in a few windows at once. */
async function everyOne(looks, look) {
  const rest = [...looks.entries()];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      const examiner = await Examiner.open(browser, house.url);
      for (let next = rest.shift(); next; next = rest.shift()) await look(examiner, ...next);
      await examiner.close();
    }),
  );
}

test("every page is accessible in light, dark, forced colours, on a phone and in Spanish", async (t) => {
  const { looks, bad, visited } = await walk(house.url);
  t.diagnostic(`${visited} pages walked, ${looks.length} looks to examine`);
  const found = [];
  let heaviest = { bytes: 0, requests: 0, pattern: "" };
  await everyOne(looks, async (examiner, number, look) => {
    // One picture of each kind of page is enough for eyes.
    const first = looks.findIndex(({ pattern }) => pattern === look.pattern) === number;
    const name = `${String(number).padStart(3, "0")}${look.pattern.replace(/[/:]+/g, "-")}`;
    const picture = (dress) => `${OUT}${name}-${dress}.png`;
    const wanted = PICTURES && first ? picture : undefined;
    const { found: here, first: cost } = await examiner.examine(look, wanted).catch((error) => ({
      found: [`could not be examined: ${error.message}`],
      first: { bytes: 0, requests: 0 },
    }));
    if (cost.bytes > heaviest.bytes) heaviest = { ...cost, pattern: look.pattern };
    found.push(...here.map((what) => `${look.path} as ${look.who}\n    ${what}`));
  });
  t.diagnostic(`the heaviest first view: ${JSON.stringify(heaviest)}`);
  assert.ok(looks.length > 40, `only ${looks.length} looks`);
  const nowhere = bad.map((what) => `leads to no page: ${what}`);
  assert.equal(bad.length + found.length, 0, `${bad.length + found.length} findings:\n${[...nowhere, ...found].join("\n")}`);
});
