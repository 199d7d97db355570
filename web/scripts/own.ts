// Keeps what a side is still thinking over in this browser alone, until it is shared or cleared. Nothing is sent before.

import { type Field, fieldKey, held, put, typedFields } from "./fields";

const at = (name: string) => `own:${name}`;
const SENT = "own-sent";

export function keepOwn(): void {
  try {
    const form = document.querySelector<HTMLFormElement>("form[data-own]");
    forgetShared(form);
    if (form) tend(form, at(form.dataset.own ?? ""));
  } catch {
    // The browser forbids its storage: the sheet on paper is left.
  }
}

/** It was shared when another page followed the sending; a refused form comes back with its own text. */
function forgetShared(here: HTMLFormElement | null): void {
  const sent = localStorage.getItem(SENT);
  if (sent === null) return;
  const failed = document.querySelector("[data-failed]") !== null;
  localStorage.removeItem(SENT);
  if (!here && !failed && document.querySelector("[autocomplete~=one-time-code]") === null) localStorage.removeItem(sent);
}

function tend(form: HTMLFormElement, name: string): void {
  const stored = localStorage.getItem(name);
  if (stored !== null && !document.querySelector(".error-summary")) {
    const typed = JSON.parse(stored) as Record<string, string>;
    for (const field of typedFields(form)) put(field, typed[fieldKey(field)] ?? held(field));
  }
  form.addEventListener("input", () => localStorage.setItem(name, JSON.stringify(texts(typedFields(form)))));
  form.addEventListener("submit", () => localStorage.setItem(SENT, name));
  form.querySelector("[data-own-forget]")?.addEventListener("click", () => {
    localStorage.removeItem(name);
    for (const field of typedFields(form)) put(field, "");
  });
}

function texts(fields: Field[]): Record<string, string> {
  return Object.fromEntries(fields.map((field) => [fieldKey(field), held(field)]));
}
