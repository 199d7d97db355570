// A clock that runs down: the server says how many seconds are left when the page is read, this counts on from there.
// Without it the page says whole minutes, and "Check again" reads them anew.

const read = new WeakMap<Element, { from: string; at: number }>();

export function runClocks(): void {
  setInterval(() => document.querySelectorAll("[data-left]").forEach(show), 1000);
}

function show(clock: Element): void {
  const from = clock.getAttribute("data-left") ?? "0";
  let known = read.get(clock);
  if (known?.from !== from) read.set(clock, (known = { from, at: performance.now() }));
  const left = Math.round(Number(from) - (performance.now() - known.at) / 1000);
  const seconds = Math.abs(left);
  clock.textContent = `${left < 0 ? "+" : ""}${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  clock.closest(".time")?.classList.toggle("over", left < 0);
}
