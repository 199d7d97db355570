// How a round of faults is told: a line for each thing that held or did not, and a count at the end.

let held = 0;
/** @type {string[]} */
const broken = [];

/** Insists on something, and says so. */
export function holds(what, truth, because = "") {
  if (truth) {
    held += 1;
    console.log(`  held    ${what}`);
  } else {
    broken.push(what);
    console.log(`  BROKEN  ${what}${because ? `: ${because}` : ""}`);
  }
}

/** Runs one part; what it throws is a thing that did not hold. */
export async function part(title, work) {
  const began = Date.now();
  console.log(`\n${title}`);
  try {
    await work();
  } catch (error) {
    holds(`${title}, to its end`, false, error.stack);
  }
  console.log(`  took    ${((Date.now() - began) / 1000).toFixed(1)} s`);
}

/** Says what cannot be tried on this machine. */
export function skipped(what, why) {
  if (process.env.CI === "true") holds(what, false, `CI must try it: ${why}`);
  else console.log(`  skipped ${what}: ${why}`);
}

/** The last line, and how the process ends. */
export function closing() {
  console.log(`\n${held} held, ${broken.length} broken`);
  for (const what of broken) console.log(`  BROKEN  ${what}`);
  // What a broken part left running must not keep the round from ending.
  process.exit(broken.length === 0 ? 0 : 1);
}
