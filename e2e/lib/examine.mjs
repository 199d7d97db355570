// One page, examined as people meet it: in light and dark, with forced colours, on a narrow phone, in
// Spanish. axe-core looks for failures of WCAG 2.2 AA; a screenshot of each is kept for eyes.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { watch } from "./browser.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** Another theme changes colours and nothing else. */
const COLOURS = { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] }, resultTypes: ["violations"] };
const RULES = { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"], resultTypes: ["violations"] };
const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 360, height: 780 };
/** 1280 px at 400 % (WCAG 1.4.10): nothing may need to be scrolled sideways. */
const NARROW = { width: 320, height: 640 };

/** Puts axe on the page: through the debugger, since the page's policy lets no foreign script in. */
async function axe(page, rules = RULES) {
  const debug = await page.context().newCDPSession(page);
  await debug.send("Runtime.evaluate", { expression: AXE });
  const { result, exceptionDetails } = await debug.send("Runtime.evaluate", {
    expression: `axe.run(document, ${JSON.stringify(rules)}).then((found) => JSON.stringify(found.violations.map(
      (one) => ({ id: one.id, help: one.help, nodes: one.nodes.slice(0, 4).map((node) => node.html.slice(0, 200) + " — " + node.failureSummary) }))))`,
    awaitPromise: true,
    returnByValue: true,
  });
  await debug.detach();
  if (exceptionDetails) throw new Error(`axe: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
  return JSON.parse(result.value).map(({ id, help, nodes }) => `${id}: ${help}\n      ${nodes.join("\n      ")}`);
}

/** What sticks out at the side, if the page can be scrolled sideways. */
function sideways(page) {
  return page.evaluate(() => {
    const root = document.documentElement;
    if (root.scrollWidth <= root.clientWidth) return null;
    const out = [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > root.clientWidth + 1);
    return `${root.scrollWidth} px wide: ${out.slice(0, 3).map((one) => one.outerHTML.slice(0, 160)).join(" | ")}`;
  });
}

/** Counts what a first view costs over the wire. */
function weigh(page) {
  const cost = { requests: 0, bytes: 0, pending: [] };
  page.on("requestfinished", (request) => {
    cost.requests += 1;
    cost.pending.push(request.sizes().then((size) => (cost.bytes += size.responseBodySize + size.responseHeadersSize)));
  });
  return cost;
}

/**
 * @param {import("playwright-core").Browser} browser
 * @param {string} url
 * @param {import("./walk.mjs").Look} look
 * @param {((name: string) => string) | undefined} picture where the screenshot of this name goes, if any is wanted
 */
export async function examine(browser, url, look, picture) {
  const context = await browser.newContext({ viewport: WIDE, locale: "en-US", baseURL: url, reducedMotion: "reduce" });
  const kept = [...look.cookies].filter(([name]) => name !== "notice");
  await context.addCookies(kept.map(([name, value]) => ({ name, value, url })));
  const wrong = watch(context);
  const page = await context.newPage();
  const cost = weigh(page);
  const found = [];
  const note = (where, list) => found.push(...list.map((what) => `${where}: ${what}`));
  const theme = (colorScheme, forcedColors = "none") => page.emulateMedia({ colorScheme, forcedColors });
  const shot = async (name) => {
    if (picture) await page.screenshot({ path: picture(name), fullPage: true, animations: "disabled" });
  };

  await page.goto(look.path, { waitUntil: "load" });
  await page.waitForTimeout(50);
  await Promise.all(cost.pending);
  const first = { requests: cost.requests, bytes: cost.bytes };
  note("light", await axe(page));
  await shot("1280-light");
  await theme("dark");
  note("dark", await axe(page, COLOURS));
  await shot("1280-dark");
  await theme("light", "active");
  note("forced colours", await axe(page, COLOURS));
  await theme("dark");
  await page.setViewportSize(PHONE);
  await shot("360-dark");
  await theme("light");
  await shot("360-light");
  await page.setViewportSize(NARROW);
  note("320 px", await axe(page));
  note("320 px", [await sideways(page)].filter(Boolean));
  await context.addCookies([{ name: "language", value: "es", url }]);
  await page.goto(look.path, { waitUntil: "load" });
  note("Spanish, 320 px", await axe(page));
  note("Spanish, 320 px", [await sideways(page)].filter(Boolean));
  await context.close();
  note("the console", wrong);
  if (first.requests > 10) note("the first view", [`${first.requests} requests`]);
  if (first.bytes > 100 * 1024) note("the first view", [`${first.bytes} bytes`]);
  return { found, first };
}
