// A parent on a phone, in Spanish, without an account: finds the partnership at the front door, adds her
// name, sees that it counts, and takes it back. With JavaScript and without.

import assert from "node:assert/strict";
import test from "node:test";
import { meet, town } from "../lib/story.mjs";

const here = town();
const PHONE = { width: 360, height: 740 };

for (const [scripts, mark] of [[true, "Uno"], [false, "Dos"]]) {
  test(`a parent adds her name on a phone in Spanish and takes it back, ${scripts ? "with" : "without"} JavaScript`, async () => {
    const { ana, ruth, at } = await meet(here, { mark, scripts });
    await ana.open(at("joint/new/open-page"));
    await ana.press("Propose it to the others");
    await ruth.open(at("joint"));
    await ruth.press("Say yes for your side");

    const parent = await here.person(`Marisol Peña ${mark}`, { scripts, screen: PHONE, language: "es-MX" });
    await parent.open("/");
    assert.equal(await parent.page.locator("html").getAttribute("lang"), "es", "the browser's language is used");
    await parent.follow("Agregar mi nombre");
    await parent.follow(`Alder Valley ${mark}`);
    await parent.sees("Todavía ninguno");
    await parent.fill("Su nombre", parent.name);
    await parent.tick("Crío a un estudiante");
    await parent.press("Agregar mi nombre");
    await parent.sees("Solo personas de 18 años o más");
    assert.equal(await parent.field("Su nombre").inputValue(), parent.name, "what she typed is still there");
    await parent.tick("Tengo 18 años o más");
    const wide = await parent.page.evaluate("document.documentElement.scrollWidth");
    assert.ok(wide <= PHONE.width, `the form is ${wide} px wide`);
    await parent.press("Agregar mi nombre");
    await parent.sees(`${parent.name} apoya a Alder Valley ${mark}`);
    await parent.follow(`Alder Valley ${mark}`);
    await parent.sees("una persona");
    await parent.misses(parent.name);
    await parent.page.goBack();
    await parent.press("Quitar mi nombre");
    await parent.sees("Su nombre ya no está aquí.");
    await parent.follow(`Alder Valley ${mark}`);
    await parent.sees("Todavía ninguno");
    for (const person of [ana, ruth, parent]) await person.leave();
  });
}
