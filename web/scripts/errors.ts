// After a refused form the reader starts at the list of what to mend.

export function focusErrors(): void {
  document.querySelector<HTMLElement>(".error-summary")?.focus();
}
