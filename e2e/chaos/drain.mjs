// SIGTERM: acts in hand are finished and acknowledged, nothing acknowledged is lost, and the program ends
// by itself with exit code 0 within 12 seconds.

import { connect } from "node:net";
import { House, freePort } from "../lib/house.mjs";
import { Mailbox } from "../lib/mailbox.mjs";
import { Load, asking, freshName, lost, writers } from "./load.mjs";
import { holds } from "./report.mjs";

/** An act of which half has arrived; `rest` sends the other half and gives the first line of the answer. */
async function halfSent(writer, name) {
  const { lead } = writer;
  const body = new URLSearchParams(asking(writer, name)).toString();
  const head = [
    `POST ${writer.at("invite")} HTTP/1.1`,
    `Host: ${new URL(lead.base).host}`,
    `Origin: ${lead.base}`,
    `Cookie: ${[...lead.cookies].map(([name, value]) => `${name}=${value}`).join("; ")}`,
    "Content-Type: application/x-www-form-urlencoded",
    `Content-Length: ${body.length}`,
  ].join("\r\n");
  const socket = connect(Number(new URL(lead.url).port), "127.0.0.1");
  let answer = "";
  socket.on("data", (part) => (answer += part));
  const ended = new Promise((end) => socket.on("close", end).on("error", end));
  await new Promise((sent) => socket.write(`${head}\r\n\r\n${body.slice(0, 20)}`, sent));
  return async () => {
    socket.write(body.slice(20));
    await Promise.race([ended, new Promise((late) => setTimeout(late, 8_000))]);
    socket.destroy();
    return answer.split("\r\n")[0];
  };
}

/** @param {string} engine @param {string} database */
export async function drain(engine, database) {
  const mailbox = await Mailbox.open();
  const port = await freePort();
  const start = () => House.start(["serve", "--database", database, "--mail", mailbox.url], { port });
  const house = await start();
  const all = await writers(house.url, mailbox, 2, `drain ${engine}`);
  const load = new Load(all, 4);
  const name = freshName();
  const rest = await halfSent(all[0], name);
  await new Promise((soon) => setTimeout(soon, 500));
  const told = Date.now();
  const ending = house.stop("SIGTERM");
  await new Promise((soon) => setTimeout(soon, 300));
  const line = await rest();
  const end = await ending;
  const took = Date.now() - told;
  await load.stop();
  holds(`${engine}: it ends by itself with 0 within 12 s`, end.code === 0 && took <= 12_000, `${JSON.stringify(end)} after ${took} ms\n${house.said}`);
  holds(`${engine}: an act of which half had arrived is finished`, / 303 /.test(line), line || "no answer");
  const again = await start();
  const missing = await lost(all, load.acknowledged);
  holds(`${engine}: none of ${load.count} acknowledged acts is lost`, missing.length === 0 && load.count > 20, missing.join(", "));
  if (/ 303 /.test(line)) {
    const { body } = await all[0].lead.get(all[0].at("invite"));
    holds(`${engine}: the act finished while ending is there`, body.includes(name));
  }
  await again.stop();
  mailbox.close();
}
