// The words scripts use, and saying them: to a screen reader politely, to the eye in a bar at the foot.

type Saying = "changed" | "show" | "updated" | "restored" | "offline" | "copied";

/** The page's own words for this, in its language; empty if the page has none. */
export function words(saying: Saying): string {
  return document.body.dataset[`say${saying.charAt(0).toUpperCase()}${saying.slice(1)}`] ?? "";
}

const region = document.createElement("p");
region.className = "sr";
region.setAttribute("role", "status");
document.body.append(region);

/** Says it once in the polite live region. */
export function announce(saying: Saying): void {
  region.textContent = "";
  // A live region is read when its text changes: the same words again need a moment of silence before.
  setTimeout(() => (region.textContent = words(saying)), 100);
}

/** Shows a bar with the words and, if there is something to do, one button. Gives it back so that it can be taken away. */
export function bar(saying: Saying, act?: { saying: Saying; run: () => void }): HTMLElement {
  document.querySelector(".say-bar")?.remove();
  const shown = document.createElement("div");
  shown.className = "say-bar";
  const text = document.createElement("p");
  text.textContent = words(saying);
  shown.append(text);
  if (act) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button quiet";
    button.textContent = words(act.saying);
    button.addEventListener("click", act.run);
    shown.append(button);
  } else {
    setTimeout(() => shown.remove(), 8000);
  }
  document.body.append(shown);
  announce(saying);
  return shown;
}
