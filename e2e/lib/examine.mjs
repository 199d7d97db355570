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
async function inject(debug) {
  await debug.send("Runtime.evaluate", { expression: AXE });
}

/** What axe finds on the page it was put on. */
async function axe(debug, rules = RULES) {
  const { result, exceptionDetails } = await debug.send("Runtime.evaluate", {
    expression: `axe.run(document, ${JSON.stringify(rules)}).then((found) => JSON.stringify(found.violations.map(
      (one) => ({ id: one.id, help: one.help, nodes: one.nodes.slice(0, 4).map((node) => node.html.slice(0, 200) + " — " + node.failureSummary) }))))`,
    awaitPromise: true,
    returnByValue: true,
  });
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

/** Counts what a view costs over the wire, from now on. */
class Scales {
  constructor(page) {
    this.reset();
    page.on("requestfinished", (request) => {
      const { cost } = this;
      cost.requests += 1;
      cost.pending.push(request.sizes().then((size) => (cost.bytes += size.responseBodySize + size.responseHeadersSize)));
    });
  }

  reset() {
    this.cost = { requests: 0, bytes: 0, pending: [] };
  }

  async read() {
    await Promise.all(this.cost.pending);
    return { requests: this.cost.requests, bytes: this.cost.bytes };
  }
}

/** One window in which looks are examined one after the other: a new one for each would cost more than the looking. */
export class Examiner {
  /** @param {import("playwright-core").Browser} browser @param {string} url */
  static async open(browser, url) {
    const one = new Examiner();
    one.url = url;
    one.context = await browser.newContext({ viewport: WIDE, locale: "en-US", baseURL: url, reducedMotion: "reduce" });
    one.wrong = watch(one.context);
    await one.#window();
    return one;
  }

  async #window() {
    this.page = await this.context.newPage();
    this.scales = new Scales(this.page);
    this.debug = await this.context.newCDPSession(this.page);
    await this.debug.send("Network.enable");
  }

  async close() {
    await this.context.close();
  }

  /** As a browser that was never here, with this person's cookies. */
  async #begin(look) {
    await this.page.goto("about:blank");
    await this.debug.send("Storage.clearDataForOrigin", { origin: this.url, storageTypes: "all" });
    await this.context.clearCookies();
    const kept = [...look.cookies].filter(([name]) => name !== "notice");
    await this.context.addCookies(kept.map(([name, value]) => ({ name, value, url: this.url })));
    await this.page.setViewportSize(WIDE);
    await this.page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
    this.wrong.length = 0;
    this.scales.reset();
  }

  /**
   * @param {import("./walk.mjs").Look} look
   * @param {((name: string) => string) | undefined} picture where the screenshot of this name goes, if any is wanted
   */
  async examine(look, picture) {
    // A window that is stuck in one look does not spoil the next.
    try {
      return await this.#examine(look, picture);
    } catch (error) {
      await this.page.close();
      await this.#window();
      throw error;
    }
  }

  async #examine(look, picture) {
    const { page, debug } = this;
    const found = [];
    const note = (where, list) => found.push(...list.map((what) => `${where}: ${what}`));
    const theme = (colorScheme, forcedColors = "none") => page.emulateMedia({ colorScheme, forcedColors });
    const shot = async (name) => {
      if (picture) await page.screenshot({ path: picture(name), fullPage: true, animations: "disabled" });
    };

    await this.#begin(look);
    // What other pages have left in the cache is no help to whoever opens this one first.
    await debug.send("Network.setCacheDisabled", { cacheDisabled: true });
    await page.goto(look.path, { waitUntil: "load" });
    await page.waitForTimeout(50);
    const first = await this.scales.read();
    await debug.send("Network.setCacheDisabled", { cacheDisabled: false });
    await inject(debug);
    note("light", await axe(debug));
    await shot("1280-light");
    await theme("dark");
    note("dark", await axe(debug, COLOURS));
    await shot("1280-dark");
    await theme("light", "active");
    note("forced colours", await axe(debug, COLOURS));
    if (picture) {
      await theme("dark");
      await page.setViewportSize(PHONE);
      await shot("360-dark");
      await theme("light");
      await shot("360-light");
    }
    await theme("light");
    await page.setViewportSize(NARROW);
    note("320 px", await axe(debug));
    note("320 px", [await sideways(page)].filter(Boolean));
    await this.context.addCookies([{ name: "language", value: "es", url: this.url }]);
    await page.goto(look.path, { waitUntil: "load" });
    await inject(debug);
    note("Spanish, 320 px", await axe(debug));
    note("Spanish, 320 px", [await sideways(page)].filter(Boolean));
    note("the console", this.wrong);
    if (first.requests > 10) note("the first view", [`${first.requests} requests`]);
    if (first.bytes > 100 * 1024) note("the first view", [`${first.bytes} bytes`]);
    return { found, first };
  }
}
