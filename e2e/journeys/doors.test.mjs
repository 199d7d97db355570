// The doors of the program: TLS with a certificate that the client checks, plain HTTP where it may be and
// where it may not, a proxy that is trusted and one that is not, and what is said of a certificate that is wrong.

import assert from "node:assert/strict";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import * as http2 from "node:http2";
import { connect } from "node:net";
import { after, before, test } from "node:test";
import { launch, watch } from "../lib/browser.mjs";
import { Authority } from "../lib/certificate.mjs";
import { House, command, folder, freePort } from "../lib/house.mjs";
import { Mailbox } from "../lib/mailbox.mjs";
import { Visitor } from "../lib/visitor.mjs";

let place, mailbox, authority, pair;
before(async () => {
  place = folder();
  mailbox = await Mailbox.open();
  authority = new Authority(place.path, "alder");
  pair = authority.certify("server");
});
after(() => {
  mailbox.close();
  place.remove();
});

const database = (name) => `sqlite:${place.path}/${name}.db`;
const tls = ({ cert, key }) => ["--tls-cert", cert, "--tls-key", key];

/** Sends raw bytes and gives all that comes back until the other side hangs up. */
function knock(port, bytes) {
  return new Promise((said, failed) => {
    let answer = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
    socket.setTimeout(5_000, () => socket.destroy(new Error("nobody hung up")));
    socket.on("data", (part) => (answer += part)).on("close", () => said(answer)).on("error", failed);
  });
}

test("over TLS people sign in, post, and keep cookies that never travel in clear", async () => {
  const { ca } = authority;
  const house = await House.start(["serve", "--database", database("tls"), "--mail", mailbox.url, ...tls(pair)], { ca });
  const stranger = new Visitor(house.url, { name: "Stranger", ca });
  const front = await stranger.get("/sign-in");
  assert.equal(front.status, 200);
  assert.equal(front.headers["strict-transport-security"], "max-age=31536000");

  const ana = await new Visitor(house.url, { name: "Ana Ruiz", mailbox, ca }).signIn();
  assert.ok([...ana.cookies.keys()].includes("__Host-concord"), [...ana.cookies.keys()].join());
  const home = await ana.get("/home");
  assert.equal(home.status, 200);
  assert.match(home.body, /Ana Ruiz/);
  const spanish = await ana.get("/language/es?next=/how");
  for (const line of spanish.headers["set-cookie"]) assert.match(line, /; Secure/i);
  const posted = await ana.post("/start", {
    place_kind: "district", place_name: "Alder Valley", place_state: "OR",
    own_kind: "labor", own_name: "Alder Educators", own_title: "President",
    other_kind: "management", other_name: "Brook Administration",
    person_name: "Ruth Okafor", person_email: "ruth.okafor@example.org",
    why: "Half of our new teachers leave within three years.",
    union_term: "association", head_term: "superintendent",
  });
  assert.match((await ana.get(posted.headers.location)).body, /Brook Administration/);
  const letter = await mailbox.letterTo("ruth.okafor@example.org", { has: "/i/" });
  assert.match(letter.body, new RegExp(`https://127\\.0\\.0\\.1:${house.port}/i/`), "links in letters are encrypted too");

  const wary = new Visitor(house.url, { name: "Wary", ca: new Authority(place.path, "another").ca });
  await assert.rejects(wary.get("/"), /certificate|verify/i, "a client that trusts another authority is not served");

  const session = http2.connect(house.url, { ca });
  const asked = session.request({ ":path": "/guide", cookie: `__Host-concord=${ana.cookies.get("__Host-concord")}` });
  const heads = await new Promise((come, failed) => asked.on("response", come).on("error", failed));
  asked.resume();
  assert.equal(session.alpnProtocol, "h2");
  assert.equal(heads[":status"], 200);
  session.close();

  assert.equal((await house.stop()).code, 0);
});

test("a browser signs in over TLS", async () => {
  const { ca } = authority;
  const house = await House.start(["serve", "--database", database("tls-browser"), "--mail", mailbox.url, ...tls(pair)], { ca });
  const browser = await launch();
  // Chromium knows no authority of ours; that a certificate is checked is proved above.
  const context = await browser.newContext({ baseURL: house.url, ignoreHTTPSErrors: true, locale: "en-US" });
  const wrong = watch(context);
  const page = await context.newPage();
  const seen = mailbox.letters.length;
  await page.goto("/sign-in");
  await page.locator('input[name="email"]').first().fill("bea@example.org");
  await page.locator('main form button').first().click();
  await page.locator('input[name="code"]').fill(await mailbox.codeTo("bea@example.org", seen));
  await page.locator('main form button').first().click();
  await page.locator('input[name="name"]').fill("Bea Lind");
  await page.locator('main form button').first().click();
  await page.waitForURL("**/home");
  const cookie = (await context.cookies()).find(({ name }) => name === "__Host-concord");
  assert.ok(cookie?.secure && cookie.httpOnly && cookie.sameSite === "Lax", JSON.stringify(cookie));
  assert.deepEqual(wrong, []);
  await browser.close();
  await house.stop();
});

test("who speaks plain HTTP to the TLS port is told in words, and others go on", async () => {
  const { ca } = authority;
  const house = await House.start(["serve", "--database", database("plain"), ...tls(pair)], { ca });
  const answer = await knock(house.port, `GET /sign-in HTTP/1.1\r\nHost: 127.0.0.1:${house.port}\r\n\r\n`);
  assert.match(answer, /^HTTP\/1\.1 400 /);
  assert.match(answer, /Connection: close/);
  assert.match(answer, /Put https:\/\/ before it\.\n$/);
  assert.doesNotMatch(answer, /set-cookie|<html/i);
  const posted = await knock(house.port, `POST /sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n\r\n${"a".repeat(60_000)}`);
  assert.match(posted, /^HTTP\/1\.1 400 /, "a long form does not hide the answer");
  assert.equal(await knock(house.port, "\0\0\0 no protocol at all\r\n").then((said) => said.includes("HTTP")), false);
  assert.equal((await new Visitor(house.url, { name: "Other", ca }).get("/sign-in")).status, 200);
  await house.stop();
});

test("a certificate or key that is wrong is told at the start, in words, with exit code 2", () => {
  const other = authority.certify("other");
  const at = (name, text) => {
    writeFileSync(`${place.path}/${name}`, text);
    return `${place.path}/${name}`;
  };
  mkdirSync(`${place.path}/folder.pem`);
  const damaged = at("damaged.pem", "-----BEGIN CERTIFICATE-----\nthis is no base64 !!\n-----END CERTIFICATE-----\n");
  const cases = [
    [{ ...pair, cert: `${place.path}/absent.pem` }, /the certificate .*absent\.pem cannot be read: No such file/],
    [{ ...pair, key: `${place.path}/absent.key` }, /the key .*absent\.key cannot be read: No such file/],
    [{ ...pair, cert: `${place.path}/folder.pem` }, /the certificate .*folder\.pem cannot be read: .*directory/],
    [{ ...pair, cert: at("empty.pem", "") }, /empty\.pem holds no certificate/],
    [{ ...pair, cert: pair.key }, /holds no certificate/],
    [{ ...pair, cert: damaged }, /the certificate .*damaged\.pem is damaged/],
    [{ ...pair, key: at("words.key", "not a key\n") }, /words\.key holds no key/],
    [{ ...pair, key: pair.cert }, /holds no key/],
    [{ ...pair, key: other.key }, /the key .*other\.key does not belong to the certificate .*server\.pem/],
  ];
  for (const [files, words] of cases) {
    const { code, said } = command("serve", "--database", database("never"), "--listen", "127.0.0.1:0", ...tls(files));
    assert.match(said, words);
    assert.equal(code, 2, said);
    assert.doesNotMatch(said, /panicked/);
  }
  // What the file says is held to the same.
  const config = at("half.toml", `tls_cert = "${pair.cert}"\n`);
  const { code, said } = command("serve", "--config", config, "--database", database("never"), "--listen", "127.0.0.1:0");
  assert.match(said, /give --tls-cert and --tls-key together/);
  assert.equal(code, 2);
  assert.equal(existsSync(`${place.path}/never.db`), false, "the database was not touched");
});

test("a plain listener that others reach is refused until somebody says that they know", async () => {
  const port = await freePort();
  for (const address of [`0.0.0.0:${port}`, `[::]:${port}`]) {
    const { code, said } = command("serve", "--database", database("never"), "--listen", address);
    assert.equal(code, 2, said);
    assert.match(said, /can be reached by others.*--tls-cert.*--trusted-proxy.*--insecure-http/s);
  }
  const demo = command("demo", "--listen", `0.0.0.0:${port}`);
  assert.equal(demo.code, 2, demo.said);
  assert.match(demo.said, /may sign in as anybody/);
  const bad = command("serve", "--database", database("never"), "--trusted-proxy", "not-a-network");
  assert.equal(bad.code, 2, bad.said);
  assert.equal(existsSync(`${place.path}/never.db`), false);

  const house = await House.start(["serve", "--insecure-http", "--database", database("insecure")], {
    port, host: "0.0.0.0", baseUrl: `http://127.0.0.1:${port}`,
  });
  const answer = await new Visitor(house.url, { name: "Knowing" }).get("/sign-in");
  assert.equal(answer.status, 200);
  assert.equal(answer.headers["strict-transport-security"], undefined, "nothing is promised that is not so");
  await house.stop();
});

test("a forwarded address is believed from the proxy that was named, and from nobody else", async () => {
  const base = "https://concord.example";
  const proxied = ["--trusted-proxy", "127.1.0.0/16,10.0.0.0/8", "--base-url", base];
  const house = await House.start(["serve", "--database", database("proxy"), "--mail", mailbox.url, ...proxied]);
  const through = (name, forwarded) =>
    new Visitor(house.url, { name, mailbox, base, more: { "x-forwarded-for": forwarded, "x-forwarded-proto": "https" } });

  // Visitors come from 127.1.0.0/16: here they are the proxy, and the last entry is what it appended.
  const ana = await through("Ana Proxied", "198.51.100.9, 203.0.113.7").signIn();
  assert.ok(ana.cookies.has("__Host-concord"), "the proxy speaks TLS, so cookies are bound to it");
  await through("Cem Neighbour", "198.51.100.10, 203.0.113.7").signIn();
  await through("Dora Elsewhere", "198.51.100.9, 203.0.113.8").signIn();
  const forger = through("Bea Forger", "203.0.113.7");
  forger.localAddress = "127.9.0.1";
  await forger.signIn();

  // The operator's page tells places apart without telling addresses.
  const made = command("admin", "make-operator", ana.email, "--database", database("proxy"));
  assert.equal(made.code, 0, made.said);
  const { status, body } = await ana.get("/operator/security");
  assert.equal(status, 200);
  const places = [...body.matchAll(/place (\S+?)(?= ·|<)/g)].map(([, tag]) => tag).reverse();
  assert.equal(places.length, 4, body);
  const [anas, cems, doras, forgers] = places;
  assert.equal(cems, anas, "what a client wrote itself is not looked at");
  assert.notEqual(doras, anas, "what the proxy appended is");
  assert.notEqual(forgers, anas, "and from nobody else");
  assert.doesNotMatch(body, /203\.0\.113|198\.51\.100/);

  const other = new Visitor(house.url, { name: "Elsewhere" });
  assert.equal((await other.get("/sign-in")).status, 421, "the base URL's host alone is answered");
  await house.stop();
});
