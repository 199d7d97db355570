// A person at a browser: finds fields by their label and buttons by their words, and nothing else. What
// it does works the same with JavaScript on and off.

import assert from "node:assert/strict";
import { watch } from "./browser.mjs";

export class Person {
  /**
   * @param {import("playwright-core").Browser} browser
   * @param {{ url: string }} house
   * @param {{ name: string, email?: string, mailbox?: import("./mailbox.mjs").Mailbox, scripts?: boolean,
   *           screen?: { width: number, height: number }, language?: string }} who
   */
  static async at(browser, house, { name, email, mailbox, scripts = true, screen, language = "en-US" }) {
    const context = await browser.newContext({
      javaScriptEnabled: scripts,
      viewport: screen ?? { width: 1280, height: 900 },
      isMobile: (screen?.width ?? 1280) < 600,
      hasTouch: (screen?.width ?? 1280) < 600,
      locale: language,
      baseURL: house.url,
    });
    const person = new Person();
    Object.assign(person, { name, context, house, mailbox, scripts });
    person.email = email ?? `${name.toLowerCase().replace(/[^a-z]+/g, ".")}@example.org`;
    person.wrong = watch(context);
    context.setDefaultTimeout(15_000);
    person.page = await context.newPage();
    return person;
  }

  /** Opens a path and insists on its status. */
  async open(path, status = 200) {
    const answer = await this.page.goto(path);
    assert.equal(answer?.status(), status, `${this.name} opens ${path}`);
    return this;
  }

  get path() {
    const { pathname, search } = new URL(this.page.url());
    return pathname + search;
  }

  /** A field by its label, with or without "(optional)" behind it. */
  field(label) {
    const exactly = label.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    return this.page.getByLabel(new RegExp(`^\\s*${exactly}(\\s*\\([^)]*\\))?\\s*$`));
  }

  async fill(label, text) {
    await this.field(label).fill(text);
    return this;
  }

  async choose(label, option) {
    await this.field(label).selectOption(option);
    return this;
  }

  async tick(label) {
    await this.page.locator("label.choice", { hasText: label }).first().click();
    return this;
  }

  button(words) {
    return this.page.getByRole("button", { name: words, exact: true });
  }

  /** Opens the fold a button stands in, as somebody would who looks for it. */
  async unfold(words) {
    const inside = this.page.locator("button", { hasText: words });
    const folds = this.page.locator("main details:not([open])").filter({ has: inside });
    if ((await this.button(words).count()) === 0 && (await folds.count()) > 0) {
      await folds.first().locator("summary").first().click();
    }
  }

  /** Presses a button and waits for the page it leads to. */
  async press(words) {
    await this.unfold(words);
    await this.button(words).first().click();
    await this.settled();
    return this.hearers();
  }

  /** Reads who will hear, where that is shown before letters go to more than one person, and goes on. */
  async hearers() {
    const on = this.page.locator("#who-hears button");
    if ((await on.count()) > 0) {
      await on.click();
      await this.settled();
    }
    return this;
  }

  /** Follows a link by its words. */
  async follow(words) {
    await this.page.getByRole("link", { name: words, exact: true }).first().click();
    await this.settled();
    return this;
  }

  /** Until the answer of an act is on the page, whether it came as a new page or was put into this one. */
  async settled() {
    await this.page.waitForLoadState("load");
    if (this.scripts) await this.page.waitForLoadState("networkidle").catch(() => {});
  }

  async sees(words) {
    await this.page.locator("body").getByText(words).first().waitFor({ state: "attached" }).catch(async () => {
      const text = await this.page.locator("main").innerText().catch(() => "(no page)");
      assert.fail(`${this.name} at ${this.path} does not see ${JSON.stringify(String(words))} in:\n${text}`);
    });
    return this;
  }

  async misses(words) {
    assert.equal(await this.page.locator("body").getByText(words).count(), 0, `${this.name} sees ${words}`);
    return this;
  }

  /** Signs in with the code of a letter, making an account if there is none yet. */
  async signIn({ labels = ENGLISH } = {}) {
    if (!this.path.startsWith("/sign-in")) await this.open("/sign-in");
    await this.fill(labels.email, this.email);
    const seen = this.mailbox.letters.length;
    await this.press(labels.send);
    await this.fill(labels.code, await this.mailbox.codeTo(this.email, seen));
    await this.press(labels.go);
    if (this.path.startsWith("/sign-in/join")) {
      await this.fill(labels.name, this.name);
      await this.press(labels.make);
    }
    return this;
  }

  /** Opens the invitation in the newest letter. */
  async openInvitation() {
    const letter = await this.mailbox.letterTo(this.email, { has: "/i/" });
    return this.open(letter.body.match(/\/i\/[\w-]+/)[0]);
  }

  /** Nothing on any page was blocked, thrown or broken. */
  async leave() {
    await this.context.close();
    assert.deepEqual(this.wrong, [], `what went wrong in the browser of ${this.name}`);
  }
}

export const ENGLISH = {
  email: "E-mail address",
  send: "E-mail me a code",
  code: "Code from the letter",
  go: "Continue",
  name: "Your name",
  make: "Make my account",
};
