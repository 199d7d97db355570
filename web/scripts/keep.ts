// Keeps what a person typed in this tab until the form is accepted: a lost network, an expired session or a closed lid
// costs nothing. Never secrets (see fields.ts), never longer than the tab.

import { changed, fieldKey, held, put, typedFields } from "./fields";
import { announce, bar } from "./say";

const SENT = "keep-sent";
const VERSION = "_version";
const at = (name: string) => `keep:${name}`;

export function keepTyped(): void {
  if (!allowed()) return;
  const forms = [...document.querySelectorAll<HTMLFormElement>("form[data-keep]")];
  forgetAccepted(forms.map((form) => form.dataset.keep ?? ""));
  forms.forEach(putBack);
  // On the window, so that forms which arrive with a morph are kept too.
  window.addEventListener("input", (event) => withKept(event, store));
  window.addEventListener("submit", (event) => withKept(event, (form) => send(form, event)));
}

/** A browser that blocks cookies may refuse even to be asked about storage. */
function allowed(): boolean {
  try {
    return window.sessionStorage !== null;
  } catch {
    return false;
  }
}

function withKept(event: Event, act: (form: HTMLFormElement) => void): void {
  const form = (event.target as Element).closest<HTMLFormElement>("form[data-keep]");
  if (form) act(form);
}

/**
 * A form is accepted when the page says so, when what followed its sending tells of something done, or when it is neither
 * the form nor a sign-in. A page that answered with a no is never an acceptance.
 */
function forgetAccepted(here: string[]): void {
  for (const name of (document.body.dataset.kept ?? "").split(" ")) sessionStorage.removeItem(at(name));
  const sent = sessionStorage.getItem(SENT);
  const signingIn = document.querySelector("[autocomplete~=username], [autocomplete~=one-time-code]") !== null;
  const failed = document.querySelector("[data-failed]") !== null;
  if (sent === null || signingIn || failed) return;
  sessionStorage.removeItem(SENT);
  const done = !refused() && document.querySelector("main > .notice.success[role=status]") !== null;
  if (done || !here.includes(sent)) sessionStorage.removeItem(at(sent));
}

/** Whether the server answered this page with a no: what stands in its forms is the server's last word. */
function refused(): boolean {
  return document.body.dataset.answered !== undefined;
}

function store(form: HTMLFormElement): void {
  const typed = Object.fromEntries(typedFields(form).map((field) => [fieldKey(field), held(field)]));
  const version = versionOf(form);
  if (version) typed[VERSION] = version.value;
  try {
    sessionStorage.setItem(at(form.dataset.keep ?? ""), JSON.stringify(typed));
  } catch {
    // The tab's storage is full or forbidden: the page works as it does without scripts.
  }
}

function putBack(form: HTMLFormElement): void {
  const stored = sessionStorage.getItem(at(form.dataset.keep ?? ""));
  // After a refusal the server has put the text back itself, and it knows better: two people's words may stand in it.
  if (stored === null || refused()) return;
  const typed = JSON.parse(stored) as Record<string, string>;
  for (const field of typedFields(form)) {
    const value = typed[fieldKey(field)];
    if (value !== undefined) put(field, value);
  }
  // What was typed was made from that version: so another's words are put together with it, never under it.
  const version = versionOf(form);
  if (version && typed[VERSION] !== undefined && changed(form)) version.value = typed[VERSION];
  if (changed(form)) announce("restored");
}

/** The hidden field that says from which version the form was made. */
function versionOf(form: HTMLFormElement): HTMLInputElement | null {
  return form.querySelector<HTMLInputElement>(`input[name="${VERSION}"]`);
}

function send(form: HTMLFormElement, event: SubmitEvent): void {
  store(form);
  if (navigator.onLine) {
    sessionStorage.setItem(SENT, form.dataset.keep ?? "");
    return;
  }
  event.preventDefault();
  bar("offline");
}
