// A live page: when the partnership changes, the page is fetched again and <main> is morphed into it. Never while somebody
// is writing: then a bar offers the new page, and they choose the moment.

import { changed } from "./fields";
import { announce, bar, words } from "./say";

const LONGEST_WAIT = 60_000;

export function followChanges(): void {
  const stream = document.querySelector<HTMLElement>("main[data-live]")?.dataset.live;
  if (stream) listen(stream, 1000);
}

/** A browser reconnects by itself after a lost network, but not after an error answer: then we do, ever more slowly. */
function listen(stream: string, wait: number): void {
  const source = new EventSource(stream);
  let next = wait;
  source.addEventListener("open", () => (next = 1000));
  source.addEventListener("changed", soon);
  source.addEventListener("error", () => {
    if (source.readyState === EventSource.CLOSED) setTimeout(() => listen(stream, Math.min(next * 2, LONGEST_WAIT)), next);
  });
  window.addEventListener("pagehide", () => source.close(), { once: true });
}

let waiting: ReturnType<typeof setTimeout> | undefined;

/** Several acts in one moment are one change to the reader. */
function soon(): void {
  clearTimeout(waiting);
  waiting = setTimeout(() => (writing() ? offer() : void show()), 300);
}

function writing(): boolean {
  const inField = document.activeElement?.matches("main :is(input, textarea, select)") ?? false;
  return inField || [...document.querySelectorAll<HTMLFormElement>("main form")].some(changed);
}

function offer(): void {
  const shown = bar("changed", {
    saying: "show",
    run: () => {
      shown.remove();
      void show();
    },
  });
}

async function show(): Promise<void> {
  const answer = await fetch(location.href, { headers: { accept: "text/html" } }).catch(() => undefined);
  // Signed out meanwhile, or no longer ours to see: what stands on the screen stays until the reader moves.
  if (!answer?.ok || answer.redirected) return;
  const main = document.querySelector("main");
  if (!main) return;
  const text = await answer.text();
  // What the reader was told of their own act a moment ago is said once by the server; it must outlast the fresh page.
  const told = main.querySelector(":scope > .notice[role=status]");
  await htmx.swap({ text, target: "#main", select: "#main", swap: "outerMorph", sourceElement: main });
  if (told) document.querySelector("main")?.prepend(told);
  if (words("updated")) announce("updated");
}
