// A meeting in the room: whoever runs it and two members, on phones. The agenda with its time, who has not spoken, what
// to say, an action from one line, a lost network, what came of it, and the calendar. With JavaScript and without.

import assert from "node:assert/strict";
import test from "node:test";
import { until } from "../lib/house.mjs";
import { meet, sides, town } from "../lib/story.mjs";

const here = town();
const PHONE = { width: 360, height: 740 };
const ITEM = "How do we keep new teachers?";
const NEXT = "Who cleans the labs?";

/** A day from now, as a date field takes it. */
const day = (ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

/** Somebody is asked by the lead of a side, and takes the seat. */
async function joins(lead, at, person) {
  await lead.open(at("invite"));
  await lead.fill("Name", person.name);
  await lead.fill("E-mail", person.email);
  await lead.press("Send the invitation");
  await person.openInvitation();
  await person.follow("Yes, sign in to join");
  await person.signIn();
  await person.press("Yes, I will join");
}

/** Where words stand on the page, in the order of reading; -1 where they do not. */
async function order(person, words) {
  const text = await person.page.locator("main").innerText();
  return words.map((one) => text.indexOf(one));
}

/** The invitation for the calendar in the newest letter to somebody, unfolded. */
async function calendarOf(person, method) {
  const wanted = (body) => {
    const part = body.split(/^--[^\n]+$/m).find((one) => /content-type: *text\/calendar/i.test(one)) ?? "";
    const [head, ...rest] = part.replace(/\r/g, "").trim().split("\n\n");
    const raw = rest.join("\n\n");
    const coded = /encoding: *base64/i.test(head);
    const text = coded ? Buffer.from(raw, "base64").toString("utf8") : raw.replace(/=\n/g, "").replace(/=3D/g, "=");
    return text.replace(/\n[ \t]/g, "");
  };
  return until(`a calendar ${method} for ${person.name}`, () => {
    const letters = here.mailbox.letters.filter((letter) => letter.to === person.email);
    return letters.map((letter) => wanted(letter.body)).findLast((file) => file.includes(`METHOD:${method}`));
  });
}

/** What a calendar program gets under this address. */
const fetched = (address) => fetch(address).then(async (answer) => [answer.status, await answer.text()]);

for (const [scripts, mark] of [[true, "Eins"], [false, "Zwei"]]) {
  test(`a meeting from its plan to its outcome, ${scripts ? "with" : "without"} JavaScript`, async (journey) => {
    const { labor, management } = sides(mark);
    const pair = await meet(here, { mark, scripts });
    const { ruth, ana, at } = pair;
    const mia = await here.person(`Mia Stone ${mark}`, { scripts, screen: PHONE });
    const lee = await here.person(`Lee Park ${mark}`, { scripts, screen: PHONE });
    await joins(ana, at, mia);
    await joins(ruth, at, lee);
    let meeting = "";
    let begun = 0;

    await journey.test("it is planned, and each gets one letter with an invitation for the calendar", async () => {
      await ruth.open(at("meetings/new"));
      await ruth.fill("What is it called?", "October meeting");
      await ruth.fill("Day", day(1));
      await ruth.fill("Start", "16:00");
      await ruth.fill("How many minutes?", "60");
      await ruth.press("Plan a meeting");
      meeting = ruth.path.split("?")[0];
      for (const [title, purpose, minutes] of [[ITEM, "Talk it over", "1"], [NEXT, "Tell", "10"]]) {
        await ruth.open(meeting);
        await ruth.unfold("Put something on the agenda");
        assert.equal(await ruth.field("What is it about?").inputValue(), "", "the form comes empty");
        await ruth.fill("What is it about?", title);
        await ruth.tick(purpose);
        await ruth.fill("How many minutes?", minutes);
        await ruth.press("Put something on the agenda");
        await ruth.sees(title);
      }
      await ruth.open(`${meeting}/invite`);
      await ruth.sees("Nothing has been sent yet");
      await ruth.press("Send 4 letters");
      const file = await calendarOf(mia, "REQUEST");
      assert.match(file, /SUMMARY:.*October meeting/);
      assert.match(file, new RegExp(`DTSTART[^:]*:${day(1).replaceAll("-", "")}T160000`));
      await ruth.open(`${meeting}/invite`);
      await ruth.sees("This meeting has been told before");
    });

    await journey.test("whoever runs it sees now and next, who has not spoken by party, and what to say", async () => {
      await ruth.open(meeting);
      await ruth.press("Begin the meeting");
      begun = Date.now();
      await ruth.sees(/Now · Item 1 of 2/);
      await ruth.sees(`Go on: ${NEXT}`);
      await ruth.sees("We are here as equals");
      const code = await ruth.page.locator(".room-code .code").innerText();
      for (const [person, how] of [[mia, "In the room"], [lee, "From afar"]]) {
        await person.open(meeting);
        await person.tick(how);
        if (how === "In the room") await person.fill("The code in the room", code);
        await person.press("Say how I take part");
        await person.sees(`You take part: ${how}`);
      }
      await ruth.open(`${meeting}/run`);
      for (const party of [labor.party, management.party]) {
        await ruth.page.locator("h3", { hasText: party }).getByText("nobody has spoken yet").waitFor();
      }
      await ruth.press(`${mia.name} not yet`);
      await ruth.page.locator("h3", { hasText: labor.party }).getByText("everybody has spoken").waitFor();
      await ruth.page.locator("h3", { hasText: management.party }).getByText("nobody has spoken yet").waitFor();
    });

    await journey.test("a member sees the item and its time first, then what is asked, then what came of it", async () => {
      await mia.open(meeting);
      const places = await order(mia, [ITEM, "What is asked of you", "What came of it so far", "Notes"]);
      assert.ok(places.every((place) => place >= 0), `${places}`);
      assert.deepEqual(places, [...places].sort((a, b) => a - b), "in this order");
      await mia.misses("Close the meeting");
      await mia.open(`${meeting}/run`, 403);
    });

    await journey.test("a line becomes an action, and the field is empty again", async () => {
      await ruth.open(`${meeting}/run`);
      const line = "Who does what by when, in one line";
      await ruth.fill(line, `Lee: call the printer by ${day(14)}`);
      await ruth.press("Write it down");
      await ruth.sees("Written down:");
      assert.equal(await ruth.field(line).inputValue(), "");
      await lee.open("/todo");
      await lee.sees("You were given: call the printer");
    });

    await journey.test("a lost network keeps the text", { skip: !scripts && "without JavaScript the browser keeps it" }, async () => {
      await mia.open(meeting);
      await mia.fill("What was said", "They leave when nobody helps them.");
      await mia.context.setOffline(true);
      await mia.button("Save the notes").click();
      await mia.sees("You are offline. Nothing was sent. Your text is kept here.");
      assert.equal(await mia.field("What was said").inputValue(), "They leave when nobody helps them.");
      await mia.context.setOffline(false);
      // Even a page that is opened anew has it.
      await mia.open(meeting);
      assert.equal(await mia.field("What was said").inputValue(), "They leave when nobody helps them.");
    });

    await journey.test("notes of two people meet, and a clash shows both texts", async () => {
      const said = "They leave when nobody helps them.";
      await mia.open(meeting);
      await mia.fill("What was said", said);
      await lee.open(meeting);
      await lee.fill("What was said", "They leave for the city.");
      await mia.press("Save the notes");
      await lee.press("Save the notes");
      const both = await lee.field("What was said").inputValue();
      assert.ok(both.includes(said) && both.includes("They leave for the city."), both);
      await lee.fill("What was said", `${said} They leave for the city.`);
      await lee.fill("What came of it", "Each new teacher gets a mentor.");
      await lee.press("Save the notes");
      await lee.sees("Each new teacher gets a mentor.");
      assert.equal(await lee.field("What was said").inputValue(), `${said} They leave for the city.`);
    });

    await journey.test("past its time an item stands in red", async () => {
      await ruth.page.waitForTimeout(Math.max(0, begun + 62_000 - Date.now()));
      await ruth.open(`${meeting}/run`);
      await ruth.page.locator(".time.over").waitFor();
      await ruth.sees("The time for this is over");
      const [red, ink] = await ruth.page.evaluate(() =>
        [".time.over", "h2"].map((one) => getComputedStyle(document.querySelector(one)).color),
      );
      assert.notEqual(red, ink);
    });

    await journey.test("it is closed after a look at what is missing, and its page says what came of it", async () => {
      await ruth.open(`${meeting}/run`);
      await ruth.follow("Close the meeting");
      await ruth.sees("One item has not been talked about.");
      await ruth.press("Close the meeting now");
      await mia.open(meeting);
      await mia.sees("Each new teacher gets a mentor.");
      await mia.sees("call the printer");
      await mia.sees(lee.name);
    });

    await journey.test("a feed of one's own ends when its owner ends it", async () => {
      await mia.open("/account/calendar");
      await mia.press("Make my calendar address");
      const address = await mia.page.locator("code.address").innerText();
      const [status, file] = await fetched(address);
      assert.equal(status, 200);
      assert.match(file, /BEGIN:VEVENT[\s\S]*October meeting/);
      await mia.press("Make a new address");
      const newer = await mia.page.locator("code.address").innerText();
      assert.notEqual(newer, address);
      assert.deepEqual([(await fetched(address))[0], (await fetched(newer))[0]], [404, 200]);
      await mia.press("Stop it");
      assert.equal((await fetched(newer))[0], 404);
      await mia.sees("does not work any more");
    });

    // While the network was gone, its own streams said so.
    mia.wrong = mia.wrong.filter((line) => !line.includes("ERR_INTERNET_DISCONNECTED"));
    for (const person of [ana, ruth, mia, lee]) await person.leave();
  });
}
