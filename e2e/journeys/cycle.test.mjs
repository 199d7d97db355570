// One whole cycle by four people: a superintendent, a union president, a teacher and a parent. From the first
// questions to the commitment, a team and its charter, a project, support, a meeting with a decision, what was learned,
// a lesson, what is made to last, and the end of the cycle. With JavaScript and without.

import assert from "node:assert/strict";
import test from "node:test";
import { commit, meet, sides, town } from "../lib/story.mjs";

const here = town();
const QUESTION = "Shall each new teacher have a free hour a week to watch others teach?";

/** A day from now, as a date field takes it. */
const day = (ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

/** Chooses the answer of a row of choices by the ids the page gives them. */
const pick = (person, id) => person.page.locator(`label[for="${id}"]`).click();

/** What a list of choices calls it. */
const chooseWords = (person, label, words) => person.field(label).first().selectOption({ label: words });

/** Each lead says yes for their side on a page. */
async function allSayYes(leads, path) {
  for (const lead of leads) {
    await lead.open(path);
    await lead.press("Say yes for your side");
  }
}

/** Something is put to each side, and each side agrees. */
async function agreed({ ana, ruth }, path) {
  await ana.open(path);
  await ana.press("Ask each side");
  await allSayYes([ana, ruth], path);
  await ana.open(path);
  await ana.sees("Each side agreed");
}

/** Opens what is folded on a page, as somebody does who looks for a form. */
async function unfoldAll({ page }) {
  const closed = page.locator("main details:not([open]) > summary:visible");
  while ((await closed.count()) > 0) await closed.first().click();
}

/** A joint act of Ana's that waits for Ruth. */
async function ruthSaysYes({ ruth, at }) {
  await ruth.open(at("joint"));
  await ruth.press("Say yes for your side");
}

/** Somebody is asked by Ana, and takes the seat. */
async function joins(pair, person, { party, lead = false } = {}) {
  const { ana, at } = pair;
  await ana.open(at("invite"));
  await ana.fill("Name", person.name);
  await ana.fill("E-mail", person.email);
  if (party) await chooseWords(ana, "They would sit for", party);
  if (lead) await ana.tick("They would lead this party");
  await ana.press("Send the invitation");
  await person.openInvitation();
  await person.follow("Yes, sign in to join");
  await person.signIn();
  await person.press("Yes, I will join");
}

for (const [scripts, mark] of [[true, "One"], [false, "Two"]]) {
  test(`four people go through one whole cycle, ${scripts ? "with" : "without"} JavaScript`, async (journey) => {
    const { labor, management } = sides(mark);
    const families = "Cedar Families";
    const lesson = `A free hour for new teachers, told ${scripts ? 1 : 2} times`;
    const pair = await meet(here, { mark, scripts });
    const { ana, ruth, at } = pair;
    const teacher = await here.person(`Omar Diaz ${mark}`, { scripts });
    const parent = await here.person(`Paz Lindo ${mark}`, { scripts, screen: { width: 360, height: 740 } });

    await journey.test("a teacher and a parent join", async () => {
      await joins(pair, teacher);
      await ana.open(at("joint/new/add-party"));
      await ana.choose("The new group is", "family");
      await ana.fill("Name of the new group", families);
      await ana.press("Propose it to the others");
      await ruthSaysYes(pair);
      await joins(pair, parent, { party: families, lead: true });
    });

    await journey.test("each side says where it sees the two, and all see it at once", async () => {
      for (const [lead, { party }, level] of [[ana, labor, "absent"], [ruth, management, "developed"]]) {
        await lead.open(at("readiness"));
        for (const item of ["leaders", "cabinet", "buildings", "training", "news", "written"]) {
          await pick(lead, `${item}-${item === "training" ? level : "discussed"}`);
        }
        await lead.press(`Answer for ${party}`);
      }
      await teacher.open(at("readiness"));
      await teacher.sees("The widest gap");
    });

    await journey.test("the case, the map and a goal are agreed by each side", async () => {
      await teacher.open(at("case"));
      await unfoldAll(teacher);
      await teacher.fill("What was counted", "Teachers who left");
      await teacher.fill("When", "2025-26");
      await teacher.fill("Number", "19");
      await teacher.fill("Source", "Staff office");
      await teacher.press("Add this number");
      await agreed(pair, at("case"));
      await parent.open(at("partners"));
      await unfoldAll(parent);
      await parent.choose("Kind of group", "school.parents");
      await parent.fill("What the group is called", "Parents of Alder Street");
      await parent.press("Add the group");
      await agreed(pair, at("partners"));
      await teacher.open(at("goals/new"));
      await teacher.fill("What we want for students", "Each child reads with a teacher who knows them.");
      await teacher.fill("Why it matters", "Children learn from people who stay.");
      await teacher.fill("How we would know", "Fewer teachers leave in their first two years.");
      await teacher.press("Save the goal");
      await agreed(pair, at("goals"));
    });

    await journey.test("both sides sign the commitment", () => commit(pair, mark));

    let team;
    await journey.test("a team with a chair from each side adopts its charter", async () => {
      await ana.open(at("teams/new"));
      await ana.tick("District leadership team");
      await ana.fill("Name", "Leadership team");
      await chooseWords(ana, "Co-chair from your side", teacher.name);
      await ana.press("Start a team");
      team = ana.path.split("?")[0];
      await ruth.open(team);
      await chooseWords(ruth, "Co-chair from your side", ruth.name);
      await ruth.press("Seat them");
      await parent.open(team);
      await parent.tick(parent.name);
      await parent.press("Seat them");
      await agreed(pair, at("teams"));
      await teacher.open(`${team}/charter/write`);
      await teacher.press("Save the charter");
      await agreed(pair, `${team}/charter`);
    });

    await journey.test("a first project is scored apart and chosen", async () => {
      await teacher.open(at("projects"));
      await teacher.fill("Name", "A free hour for new teachers");
      await teacher.fill("What would we do?", "Each new teacher watches others teach for one hour a week.");
      await teacher.fill("For whom?", "Teachers in their first two years.");
      await teacher.press("Ask the sides to score it");
      const project = teacher.path.split("?")[0];
      for (const [lead, control] of [[ana, 5], [ruth, 2]]) {
        await lead.open(project);
        for (const [number, score] of ["reach", "meaning", "control", "local", "gentle"].entries()) {
          await pick(lead, `${score}-${score === "control" ? control : 4}`);
          await lead.fill(`Why? (test ${number + 1})`, "As we see it.");
        }
        await lead.press("Save our scores");
      }
      await teacher.open(project);
      await teacher.sees("Where we differ");
      await teacher.sees("3 points apart: from 2 to 5.");
      await teacher.open(`${project}/plan`);
      await teacher.fill("Goal", "New teachers stay.");
      await teacher.fill("What do we measure?", "New teachers who leave");
      await teacher.fill("Number today", "12");
      await teacher.fill("Number we aim for", "6");
      await teacher.fill("Begins on", day(7));
      await teacher.fill("Measure by", day(300));
      await chooseWords(teacher, "Who looks after it?", teacher.name);
      await teacher.fill("Why should it work?", "Who sees good teaching asks for help sooner.");
      await teacher.press("Save the plan");
      await agreed(pair, project);
    });

    await journey.test("the team says what it needs, and somebody offers it", async () => {
      await teacher.open(at("support"));
      await chooseWords(teacher, "Which team?", "Leadership team");
      await teacher.choose("What kind of support?", "release-time");
      await teacher.fill("What do you need?", "Two mornings for the schedule");
      await teacher.press("Ask for it");
      await ruth.open(at("support"));
      await ruth.follow("Two mornings for the schedule");
      await ruth.fill("Who would help?", "Central office");
      await ruth.fill("What do you offer?", "Two substitutes on two mornings.");
      await ruth.press("Offer it");
      const need = ruth.path.split("?")[0];
      await teacher.open(need);
      await teacher.press("Take the offer of Central office");
    });

    await journey.test("they meet, decide by fist to five, and somebody takes something on", async () => {
      await ruth.open(at("meetings/new"));
      await ruth.fill("What is it called?", "First meeting");
      await ruth.fill("Day", day(1));
      await ruth.fill("Start", "16:00");
      await ruth.fill("How many minutes?", "60");
      await ruth.press("Plan a meeting");
      const meeting = ruth.path.split("?")[0];
      await ruth.fill("What is it about?", "A free hour for new teachers");
      await ruth.tick("Decide");
      await ruth.fill("How many minutes?", "20");
      await ruth.press("Put something on the agenda");
      await ruth.open(`${meeting}/invite`);
      await ruth.press("Send 4 letters");
      await ruth.open(meeting);
      await ruth.press("Begin the meeting");
      await parent.open(meeting);
      await parent.sees("Item 1 of 1");

      await ana.open(at("decisions/new"));
      await ana.fill("The question", QUESTION);
      await ana.fill("What happens if it passes", "The schedule gives each new teacher that hour from January on.");
      await ana.tick("No, none of these");
      await ana.tick("Each answer with its name");
      await ana.press("Save the draft");
      await ana.press("Open it for answers");
      const decision = ana.path.split("?")[0];
      for (const [person, fingers] of [[teacher, "5 ·"], [parent, "4 ·"], [ruth, "3 ·"], [ana, "4 ·"]]) {
        await person.open(decision);
        await person.sees("Who will see my answer");
        await person.tick(fingers);
        await person.press("Send my answer");
        await person.sees("Your answer is kept");
      }
      await teacher.misses(`${ruth.name}: 3`);
      await ana.follow("Show the answers to all");
      await ana.press("Show the answers to all");
      await parent.open(decision);
      await parent.sees("Agreed: each side that was asked says yes.");
      await parent.sees(/Record no\./);

      await ruth.open(`${meeting}/run`);
      await ruth.fill("Who does what by when, in one line", `Omar: tell the schools by ${day(14)}`);
      await ruth.press("Write it down");
      await teacher.open(at("actions"));
      await teacher.sees("tell the schools");
      await ruth.open(`${meeting}/close`);
      await ruth.press("Close the meeting now");
      await ruth.sees("The meeting is closed");
    });

    await journey.test("they look back, publish a lesson and make something last", async () => {
      await teacher.open(at("catalogue/new"));
      await teacher.tick("It went well");
      await teacher.tick("What we did");
      await teacher.fill("In your words", "Every new teacher had a free hour by October.");
      await teacher.press("Save it");
      await ana.open(at("catalogue"));
      await ana.press("Ask the other sides");
      await ruthSaysYes(pair);
      await ana.open(at("lessons/new"));
      await ana.fill("What is it about?", lesson);
      await ana.fill("Where we tried it", "A small district");
      await ana.fill("What we tried", "Each new teacher watches others teach for an hour a week.");
      await ana.fill("What happened", "Most stayed. The schedule was hard to make in August.");
      await ana.fill("What we would do differently", "Begin with the schedule in March.");
      await ana.fill("For whom it may be useful", "Schools that lose new teachers.");
      await ana.press("Save the lesson");
      await ana.press("Ask the other sides");
      await ruthSaysYes(pair);
      const stranger = await here.person("Nobody", { scripts });
      await stranger.open("/library");
      await stranger.follow(lesson);
      await stranger.misses(ana.name);
      await stranger.leave();
      await ana.open(at("lasting/new"));
      await ana.fill("What works", "A free hour for new teachers");
      await ana.choose("Where it is to live", "calendar");
      await ana.fill("What shows that it was tried", "Notes of the leadership team");
      await ana.fill("Date on the document", day(-1));
      await ana.press("Put it on the list");
      await ana.sees("as tested");
    });

    await journey.test("each side closes the cycle, and the next one opens with what goes on", async () => {
      await ana.open(at("cycle/close"));
      // Each unfinished thing is carried on or left; nothing passes unsaid.
      for (const goesOn of await ana.page.locator("input[type=radio][value=carry]").all()) await goesOn.check();
      await ana.fill("What else goes on", "Visit the other schools");
      await ana.fill("Days to answer", "14");
      await ana.press("Ask the other sides");
      await ruthSaysYes(pair);
      await parent.open(at("cycle"));
      await parent.sees("Cycle 2");
      await parent.sees("Visit the other schools");
      await parent.open(at("record"));
      await parent.sees("Cycle 2 began");
      const wide = await parent.page.evaluate("document.documentElement.scrollWidth");
      assert.ok(wide <= 360, `the record is ${wide} px wide`);
    });

    for (const person of [ana, ruth, teacher, parent]) await person.leave();
  });
}
