// A partnership's live stream, as an open page holds it.

import { get } from "node:http";

/** Listens to a partnership's live stream; gives the moments at which something was said to change. */
export async function listen(visitor, path) {
  const heard = [];
  const asked = await new Promise((open, failed) => {
    const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { cookie, host: new URL(visitor.base).host, accept: "text/event-stream" };
    const request = get(new URL(path, visitor.url), { headers }, (answer) => {
      answer.on("data", (part) => String(part).includes("changed") && heard.push(Date.now()));
      answer.on("error", () => {});
      answer.statusCode === 200 ? open(request) : failed(new Error(`${answer.statusCode} from ${path}`));
    });
    request.on("error", failed);
  });
  return { heard, close: () => asked.destroy() };
}
