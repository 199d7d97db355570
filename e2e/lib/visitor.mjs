// A person's program rather than their browser: speaks HTTP with a cookie jar, for loads that a hundred
// Chromiums would not carry. It sends what the forms on the pages would send, no more.

import * as http from "node:http";
import * as https from "node:https";
import { randomBytes } from "node:crypto";

/** @typedef {{ status: number, headers: import("node:http").IncomingHttpHeaders, body: string }} Answer */

export const newKey = () => randomBytes(16).toString("hex");

/** The text of a page's first element that matches, without tags. */
export const within = (body, pattern) => body.match(pattern)?.[1]?.replace(/<[^>]*>/g, "").trim();

let places = 1;

export class Visitor {
  /**
   * @param {string} url where this node of the program listens
   * @param {{ name: string, mailbox?: import("./mailbox.mjs").Mailbox, cookies?: Map<string, string>,
   *           base?: string, ca?: Buffer, more?: Record<string, string> }} who `base` is the address people
   *           type, where a node listens elsewhere; `ca` the authority whose certificates are believed; `more`
   *           what a proxy on the way adds to the headers
   */
  constructor(url, { name, mailbox, cookies = new Map(), base = url, ca, more = {} }) {
    Object.assign(this, { url, name, mailbox, cookies, base, more });
    this.http = url.startsWith("https:") ? https : http;
    this.email = `${name.toLowerCase().replace(/[^a-z0-9]+/g, ".")}@example.org`;
    this.agent = new this.http.Agent({ keepAlive: true, maxSockets: 8, ...(ca && { ca }) });
    // Everybody comes from an address of their own, as people do.
    places += 1;
    this.localAddress = `127.1.${places >> 8}.${places & 255}`;
  }

  /** The same person, signed in as before, at another node. */
  at(url) {
    const { name, mailbox, base } = this;
    return new Visitor(url, { name, mailbox, base, cookies: new Map(this.cookies) });
  }

  close() {
    this.agent.destroy();
  }

  /** @returns {Promise<Answer>} */
  send(method, path, fields, { timeout = 30_000 } = {}) {
    const body = fields ? new URLSearchParams(fields).toString() : undefined;
    const headers = {
      host: new URL(this.base).host,
      ...this.more,
      cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; "),
      ...(body === undefined
        ? {}
        : {
            origin: this.base,
            "content-type": "application/x-www-form-urlencoded",
            "content-length": Buffer.byteLength(body),
          }),
    };
    return new Promise((answered, failed) => {
      const { localAddress, agent } = this;
      const asked = this.http.request(new URL(path, this.url), { method, headers, agent, localAddress, timeout });
      asked.on("timeout", () => asked.destroy(new Error(`no answer within ${timeout} ms`)));
      asked.on("error", failed);
      asked.on("response", (answer) => {
        let text = "";
        answer.setEncoding("utf8");
        answer.on("data", (part) => (text += part));
        answer.on("error", failed);
        answer.on("end", () => {
          if (!answer.complete) return failed(new Error("the answer was cut off"));
          this.#keep(answer.headers["set-cookie"] ?? []);
          answered({ status: answer.statusCode ?? 0, headers: answer.headers, body: text });
        });
      });
      asked.end(body);
    });
  }

  #keep(lines) {
    for (const line of lines) {
      const [pair] = line.split(";");
      const cut = pair.indexOf("=");
      const [name, value] = [pair.slice(0, cut), pair.slice(cut + 1)];
      if (value === "" || /max-age=0/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }

  get(path) {
    return this.send("GET", path);
  }

  /** Sends a form with a key of its own and insists that it took effect. */
  async post(path, fields = {}) {
    const answer = await this.send("POST", path, { _key: newKey(), _heard: "yes", ...fields });
    if (answer.status !== 303) {
      const said = within(answer.body, /<main[^>]*>([\s\S]*?)<\/main>/)?.replace(/\s+/g, " ").slice(0, 400);
      throw new Error(`${this.name}: ${answer.status} from POST ${path}: ${said}`);
    }
    return answer;
  }

  /** The hidden fields of a page's form, as a browser would send them. */
  async hidden(page, action) {
    const { body } = await this.get(page);
    const form = body.split("<form ").find((part) => part.includes(`action="${action}"`));
    if (!form) throw new Error(`${this.name} finds no form for ${action} on ${page}`);
    const inputs = form.split("</form>")[0].matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g);
    return Object.fromEntries([...inputs].map(([, name, value]) => [name, value]));
  }

  /** Fills a page's form in and sends it. */
  async submit(page, action, fields = {}) {
    return this.post(action, { ...(await this.hidden(page, action)), ...fields });
  }

  /** Signs in with the code of a letter; makes the account if there is none. */
  async signIn() {
    const seen = this.mailbox.letters.length;
    await this.get("/sign-in");
    await this.post("/sign-in", { email: this.email, way: "code", next: "/home" });
    const code = await this.mailbox.codeTo(this.email, seen);
    const entered = await this.post("/sign-in/code", { code, next: "/home" });
    if (entered.headers.location?.startsWith("/sign-in/join")) {
      await this.post("/sign-in/join", { name: this.name, language: "en", next: "/home" });
    }
    return this;
  }

  /** The path of the link in the newest invitation. */
  async invitation() {
    const letter = await this.mailbox.letterTo(this.email, { has: "/i/" });
    return letter.body.match(/\/i\/[\w-]+/)[0];
  }

  /** Says yes to the newest invitation. */
  async join() {
    await this.post(`${await this.invitation()}/yes`, { job_title: "" });
    return this;
  }
}
