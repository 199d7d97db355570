// Debian's Chromium, and a watch over each page: what its console complains of, what its security
// policy blocks, and what failed to load.

import { chromium } from "playwright-core";

const OPTIONS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-dev-shm-usage",
];

/** Starts a Chromium with a fresh profile. */
export function launch() {
  return chromium.launch({ executablePath: "/usr/bin/chromium", args: OPTIONS, chromiumSandbox: false });
}

/** What a browser says by itself when a page answers 4xx: the answer is the point of the test. */
const REFUSED = /^Failed to load resource: the server responded with a status of 4\d\d/;

/** Gathers what went wrong in a context's pages. @param {import("playwright-core").BrowserContext} context */
export function watch(context) {
  /** @type {string[]} */
  const wrong = [];
  context.on("console", (message) => {
    if (message.type() === "error" && !REFUSED.test(message.text())) {
      wrong.push(`${message.page()?.url()}: ${message.text()}`);
    }
  });
  context.on("weberror", (error) => wrong.push(`${error.page()?.url()}: ${error.error()}`));
  context.on("response", (answer) => {
    if (answer.status() >= 500) wrong.push(`${answer.status()} from ${answer.url()}`);
  });
  return wrong;
}
