// The menu is a <details>: Escape and a press outside close it, as people expect of a menu.

export function easeMenus(): void {
  document.addEventListener("keydown", (event) => {
    const open = document.querySelector<HTMLDetailsElement>(".menu[open], .people[open]");
    if (event.key !== "Escape" || !open) return;
    open.open = false;
    open.querySelector("summary")?.focus();
  });
  document.addEventListener("click", (event) => {
    for (const menu of document.querySelectorAll<HTMLDetailsElement>(".menu[open], .people[open]")) {
      if (!menu.contains(event.target as Node)) menu.open = false;
    }
  });
}
