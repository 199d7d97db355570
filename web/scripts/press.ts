// Buttons that only a script can answer: copy and print. Without scripts the stylesheet hides them.
// One listener on the document, so that buttons which arrive with a morph work too.

import { bar } from "./say";

export function answerPresses(): void {
  document.addEventListener("click", (event) => {
    const button = (event.target as Element).closest<HTMLElement>("[data-copy], [data-print]");
    if (button?.dataset.copy !== undefined) void copy(button.dataset.copy);
    else if (button) window.print();
  });
}

async function copy(what: string): Promise<void> {
  const source = what.startsWith("#") ? document.querySelector(what) : null;
  const text = source instanceof HTMLInputElement ? source.value : (source?.textContent?.trim() ?? what);
  await navigator.clipboard.writeText(text);
  bar("copied");
}
