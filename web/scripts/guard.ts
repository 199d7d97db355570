// Warns before leaving a form with changes that were not sent.

import { changed } from "./fields";

export function guardForms(): void {
  let sending = false;
  // Last of all listeners: keeping may have stopped a sending without a network.
  window.addEventListener("submit", (event) => (sending = !event.defaultPrevented));
  window.addEventListener("pageshow", () => (sending = false));
  window.addEventListener("beforeunload", (event) => {
    const guarded = [...document.querySelectorAll<HTMLFormElement>("form[data-guard]")];
    if (!sending && guarded.some(changed)) event.preventDefault();
  });
}
