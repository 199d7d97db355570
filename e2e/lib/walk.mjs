// Walks the demo as each kind of person, following every link of every page, and gives the pages that
// look different from one another: those are the ones a browser then opens.

import { Visitor } from "./visitor.mjs";

/** @typedef {{ who: string, path: string, pattern: string, cookies: Map<string, string> }} Look */

/** How many pages of one pattern each person follows: the second one may hold what the first does not. */
const OF_A_PATTERN = 3;
/** Not pages: streams, files, and the way to another language. */
const NO_PAGE = /^\/(language|assets)\/|\/live$|\/file$|\/healthz$|\/readyz$|\/metrics$/;

/** A path without what differs between two of its kind. */
export const pattern = (path) =>
  path
    .replace(/\?.*/, "")
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ":id")
    .replace(/^\/(i|name)\/[\w-]+/, "/$1/:token")
    .replace(/\/slip\/[\w-]+/, "/slip/:token")
    .replace(/\/\d+(?=\/|$)/g, "/:n");

const unescape = (text) => text.replace(/&#38;|&amp;/g, "&").replace(/&#x2F;/g, "/");

/**
 * Which elements of a page's own part stand in which, each once: the same for a list of three and a list of
 * thirty. What stands around it is the same on every page.
 */
function skeleton(html) {
  const seen = new Set();
  const open = [];
  const own = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
  for (const [, end, tag, rest] of own.matchAll(/<(\/?)([a-z][a-z0-9]*)([^>]*)>/g)) {
    if (end) {
      const at = open.lastIndexOf(tag);
      if (at >= 0) open.length = at;
      continue;
    }
    const marks = [...rest.matchAll(/(?:class|type|role|data-state)="([^"]*)"/g)].map((m) => m[1]).join(".");
    seen.add(`${open.at(-1) ?? ""}>${tag}.${marks}`);
    if (!/^(meta|link|input|img|br|hr|path|rect|source)$/.test(tag)) open.push(tag);
  }
  return [...seen].sort().join(" ");
}

/** The people of the demo, one of each kind in each partnership. @param {string} url */
export async function archetypes(url) {
  const { body } = await new Visitor(url, { name: "Stranger" }).get("/demo/people");
  const people = new Map([["a stranger", undefined]]);
  let [circle, side] = ["", ""];
  for (const [, heading, name, sub, row] of body.matchAll(/<(?:h2>([^<]*)|h(3)>([^<]*))|<li class="row">([\s\S]*?)<\/li>/g)) {
    if (heading !== undefined) [circle, side] = [heading.trim(), ""];
    else if (name !== undefined) side = sub.trim();
    else if (row !== undefined) {
      const id = row.match(/action="\/demo\/people\/([^"]+)"/)[1];
      const what = row.match(/class="meta">([^<]*)</)[1].split("·").at(-1).trim();
      const kind = `${what} of ${side || "nobody"} in ${circle}`;
      if (!people.has(kind)) people.set(kind, id);
    }
  }
  return people;
}

/** Signs in with the demo's one click. */
async function enter(url, who, id) {
  const visitor = new Visitor(url, { name: who });
  if (id) await visitor.post(`/demo/people/${id}`);
  return visitor;
}

/** Every page somebody can reach by links, and each that answers other than a page with 200. */
async function reach(visitor, begin) {
  const [pages, bad] = [[], []];
  const counts = new Map();
  const queue = [...begin];
  const known = new Set(queue);
  while (queue.length > 0) {
    const path = queue.shift();
    const kind = pattern(path);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    if (counts.get(kind) > OF_A_PATTERN) continue;
    const answer = await visitor.get(path);
    if (answer.status >= 300 && answer.status < 400) {
      const to = new URL(answer.headers.location, visitor.url);
      if (!known.has(to.pathname + to.search)) queue.unshift(to.pathname + to.search);
      known.add(to.pathname + to.search);
      continue;
    }
    if (answer.status !== 200) bad.push(`${answer.status} from ${path}`);
    if (!/^text\/html/.test(answer.headers["content-type"] ?? "")) continue;
    pages.push({ path, kind, look: `${kind} ${skeleton(answer.body)}` });
    for (const [, href] of answer.body.matchAll(/<a [^>]*?href="([^"]+)"/g)) {
      const to = new URL(unescape(href), new URL(path, visitor.url));
      const next = to.pathname + to.search;
      if (to.origin !== visitor.url || known.has(next) || NO_PAGE.test(to.pathname)) continue;
      known.add(next);
      queue.push(next);
    }
  }
  return { pages, bad };
}

/** The looks of all pages all kinds of people can reach. */
export async function walk(url) {
  /** @type {Map<string, Look>} */
  const looks = new Map();
  const bad = [];
  let visited = 0;
  for (const [who, id] of await archetypes(url)) {
    const visitor = await enter(url, who, id);
    const found = await reach(visitor, id ? ["/home", "/account", "/start"] : ["/", "/sign-in", "/styleguide"]);
    visited += found.pages.length;
    bad.push(...found.bad.map((what) => `${what} for ${who}`));
    for (const { path, kind, look } of found.pages) {
      if (!looks.has(look)) looks.set(look, { who, path, pattern: kind, cookies: visitor.cookies });
    }
    visitor.close();
  }
  return { looks: [...looks.values()], bad, visited };
}
