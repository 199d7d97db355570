// A mail server that keeps what it is given: enough of SMTP (RFC 5321) for the program to deliver, and a
// way to read a letter as the person who gets it would.

import { createServer } from "node:net";
import { until } from "./house.mjs";

/** @typedef {{ to: string, subject: string, body: string }} Letter */

/** Undoes the two transfer encodings that letters here come in. */
function decoded(body, encoding) {
  if (encoding === "base64") return Buffer.from(body, "base64").toString("utf8");
  if (encoding !== "quoted-printable") return body;
  const bytes = body
    .replace(/=\r?\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}

/** Words of a header that hold other signs than ASCII (RFC 2047). */
function header(text) {
  return text
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?b\?([^?]*)\?=/gi, (_, coded) => Buffer.from(coded, "base64").toString("utf8"))
    .replace(/=\?utf-8\?q\?([^?]*)\?=/gi, (_, coded) => decoded(coded.replace(/_/g, " "), "quoted-printable"));
}

/** Reads one message. @returns {Omit<Letter, "to">} */
function read(raw) {
  const cut = raw.indexOf("\r\n\r\n");
  const heads = raw.slice(0, cut).replace(/\r\n[ \t]+/g, " ");
  const named = (name) => heads.match(new RegExp(`^${name}: *(.*)$`, "im"))?.[1].trim() ?? "";
  const body = decoded(raw.slice(cut + 4), named("Content-Transfer-Encoding").toLowerCase());
  return { subject: header(named("Subject")), body: body.replace(/\r\n/g, "\n") };
}

export class Mailbox {
  /** @type {Letter[]} */
  letters = [];

  static async open() {
    const box = new Mailbox();
    box.server = createServer((socket) => box.#talk(socket));
    await new Promise((ready) => box.server.listen(0, "127.0.0.1", () => ready(null)));
    const { port } = /** @type {import("node:net").AddressInfo} */ (box.server.address());
    box.url = `smtp://127.0.0.1:${port}`;
    return box;
  }

  close() {
    this.server?.close();
  }

  /** The newest letter to an address since `seen` letters had come. */
  async letterTo(address, { seen = 0, has = "" } = {}) {
    const fits = (letter) => letter.to === address && letter.body.includes(has);
    return until(`a letter to ${address}`, () => this.letters.slice(seen).findLast(fits), 30_000);
  }

  /** The code of a letter: alone on its line. */
  async codeTo(address, seen = 0) {
    const isCode = (line) => /^[0-9A-Z]{4}-[0-9A-Z]{4}$/.test(line.trim());
    const has = (letter) => letter.to === address && letter.body.split("\n").some(isCode);
    const letter = await until(`a code for ${address}`, () => this.letters.slice(seen).findLast(has), 30_000);
    return letter.body.split("\n").find(isCode).trim();
  }

  /** @param {import("node:net").Socket} socket */
  #talk(socket) {
    let rest = "";
    let inside = false;
    /** @type {string[]} */
    let to = [];
    const say = (line) => socket.write(`${line}\r\n`);
    socket.setEncoding("latin1");
    socket.on("error", () => {});
    say("220 mailbox.example.org");
    socket.on("data", (text) => {
      rest += text;
      for (;;) {
        const end = rest.indexOf(inside ? "\r\n.\r\n" : "\r\n");
        if (end < 0) return;
        const taken = rest.slice(0, end);
        rest = rest.slice(end + (inside ? 5 : 2));
        if (inside) {
          const letter = read(Buffer.from(`${taken}\r\n`.replace(/^\.\./gm, "."), "latin1").toString("utf8"));
          for (const address of to) this.letters.push({ to: address, ...letter });
          [inside, to] = [false, []];
          say("250 kept");
        } else if (/^RCPT TO:/i.test(taken)) {
          to.push(taken.match(/<([^>]*)>/)?.[1] ?? "");
          say("250 known here");
        } else if (/^DATA/i.test(taken)) {
          inside = true;
          say("354 go on");
        } else if (/^QUIT/i.test(taken)) {
          say("221 bye");
          socket.end();
        } else {
          say("250 yes");
        }
      }
    });
  }
}
