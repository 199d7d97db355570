// What counts as "typed": the fields of a form that a person fills in and that may be kept.

export type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const NEVER = new Set(["password", "hidden", "file", "submit", "button", "reset", "image"]);

/** The form's fields that a person fills in, without secrets. */
export function typedFields(form: HTMLFormElement): Field[] {
  return [...form.elements].filter((field): field is Field => {
    if (field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) return kept(field);
    return field instanceof HTMLInputElement && !NEVER.has(field.type) && kept(field);
  });
}

function kept(field: Field): boolean {
  const secret = "secret" in field.dataset || /one-time-code|password/.test(field.getAttribute("autocomplete") ?? "");
  return field.name !== "" && !secret;
}

/** What the field holds now: its text, or whether it is ticked. */
export function held(field: Field): string {
  return field instanceof HTMLInputElement && ticks(field) ? String(field.checked) : field.value;
}

/** What the field held when the page came. */
export function cameWith(field: Field): string {
  if (field instanceof HTMLSelectElement) {
    const chosen = [...field.options].find((option) => option.defaultSelected) ?? field.options[0];
    return chosen?.value ?? "";
  }
  return field instanceof HTMLInputElement && ticks(field) ? String(field.defaultChecked) : field.defaultValue;
}

/** Puts back what was held. */
export function put(field: Field, value: string): void {
  if (field instanceof HTMLInputElement && ticks(field)) field.checked = value === "true";
  else field.value = value;
}

/** A name for the field that stays the same when the page comes again. */
export function fieldKey(field: Field): string {
  return field instanceof HTMLInputElement && ticks(field) ? `${field.name}=${field.value}` : field.name;
}

/** Whether something in the form was changed since the page came. */
export function changed(form: HTMLFormElement): boolean {
  return typedFields(form).some((field) => held(field) !== cameWith(field));
}

function ticks(field: HTMLInputElement): boolean {
  return field.type === "checkbox" || field.type === "radio";
}
