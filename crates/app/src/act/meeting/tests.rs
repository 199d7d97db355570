//! A meeting from its plan to its minutes, by those who may and those who may not.

use uuid::Uuid;

use crate::scenario;
use crate::site::Moment;
use crate::testing::{Browser, Seated, Settled, Town};

const TWO: &[Seated<'static>] = &[
    ("Brook Administration", true, &["Ben Cole"], &["Lee Park"]),
    ("Alder Educators", true, &["Ana Reyes"], &["Mia Stone"]),
];

/// Plans a meeting for tomorrow with two items, as Ben; gives its path.
async fn planned(place: &Settled, ben: &mut Browser) -> String {
    ben.open(&place.path("/meetings/new")).await.answered(200);
    ben.fill("What is it called?", "October meeting").fill("Day", "2026-11-25").fill("Start", "08:30");
    ben.fill("How many minutes?", "30").press("Plan a meeting").await.answered(200);
    ben.sees("Nobody has been told of this meeting yet").sees("8:30");
    let path = ben.path.clone();
    item(ben, &path, "How do we keep new teachers?", "Talk it over", "20").await;
    item(ben, &path, "Shall we meet every month?", "Decide", "15").await;
    path
}

async fn item(who: &mut Browser, path: &str, title: &str, purpose: &str, minutes: &str) {
    who.open(path).await.fill("What is it about?", title).choose(purpose).fill("How many minutes?", minutes);
    who.press("Put something on the agenda").await.answered(200).sees(title);
}

/// The same, told to everybody and begun.
async fn running(place: &Settled, ben: &mut Browser) -> String {
    let path = planned(place, ben).await;
    ben.open(&format!("{path}/invite")).await.press("Send 4 letters").await.answered(200);
    ben.press("Begin the meeting").await.answered(200).sees("The meeting has begun");
    path
}

scenario!(a_plan_that_cannot_be_read_comes_back_whole, |town| {
    let place = town.settled(TWO).await;
    let mut ben = place.browser("Ben Cole");
    ben.open(&place.path("/meetings/new")).await.fill("What is it called?", "").fill("Day", "2020-01-01");
    ben.fill("Start", "late").fill("How many minutes?", "3").fill("Where?", "Room 4");
    ben.press("Plan a meeting").await.answered(422);
    for label in ["What is it called?", "Start", "How many minutes?"] {
        assert!(ben.wrong(label).is_some(), "{label}");
    }
    assert_eq!(ben.holds("Where?"), "Room 4");
});

scenario!(the_agenda_says_in_red_that_it_is_too_long_and_everybody_with_a_voice_adds_to_it, |town| {
    let place = town.settled(TWO).await;
    let (mut ben, mut mia) = (place.browser("Ben Cole"), place.browser("Mia Stone"));
    let path = planned(&place, &mut ben).await;
    ben.sees("35 of 30 minutes").sees("5 minutes too many");
    item(&mut mia, &path, "Who cleans the labs?", "Tell", "5").await;
    mia.misses("See who will hear").open(&format!("{path}/invite")).await.answered(403);
    mia.open(&format!("{path}/edit")).await.answered(403);
    mia.open(&place.path("/meetings/new")).await.answered(403);
});

scenario!(who_will_hear_is_shown_before_and_each_gets_one_letter_with_an_invitation, |town| {
    let place = town.settled(TWO).await;
    let mut ben = place.browser("Ben Cole");
    let path = planned(&place, &mut ben).await;
    let before = town.letters().await.len();
    ben.open(&format!("{path}/invite")).await.sees("Ana Reyes").sees("Has a seat in the partnership");
    assert_eq!(town.letters().await.len(), before, "looking sends nothing");
    ben.press("Send 4 letters").await.answered(200).sees("4 people were told");
    let letters = town.letters().await;
    let new = &letters[..letters.len() - before];
    assert_eq!(new.len(), 4);
    for letter in new {
        let file = letter.calendar.as_deref().expect("an invitation");
        assert!(file.contains("METHOD:REQUEST") && file.contains("SEQUENCE:0"), "{file}");
        assert!(file.contains("20261125T083000"), "{file}");
    }
    // Told again, calendars know that it is newer; called off, that it is off.
    ben.open(&format!("{path}/invite")).await.press("Send 4 letters").await.answered(200);
    let letters = town.letters().await;
    assert!(letters[0].calendar.as_deref().is_some_and(|file| file.contains("SEQUENCE:1")));
    ben.open(&path).await.fill("Why?", "Snow.").press("Call the meeting off").await.answered(200);
    let letters = town.letters().await;
    let off = letters[0].calendar.as_deref().expect("a cancellation");
    assert!(off.contains("METHOD:CANCEL") && off.contains("STATUS:CANCELLED"), "{off}");
});

scenario!(the_room_says_what_is_asked_of_me_and_counts_me_by_its_code, |town| {
    let place = town.settled(TWO).await;
    let (mut ben, mut mia) = (place.browser("Ben Cole"), place.browser("Mia Stone"));
    let path = running(&place, &mut ben).await;
    ben.open(&format!("{path}/run")).await.answered(200).sees("We think together now");
    let at = ben.html.find("class=\"code\">").expect("a code") + "class=\"code\">".len();
    let code = ben.html[at..at + 4].to_owned();
    mia.open(&path).await.sees("Item 1 of 2").sees("20 minutes left").sees("Nothing is agreed yet");
    mia.open(&format!("{path}/run")).await.answered(403);
    mia.open(&path).await.choose("In the room").fill("The code in the room", "ZZZZ");
    mia.press("Say how I take part").await.answered(422);
    mia.fill("The code in the room", &code.to_lowercase()).press("Say how I take part").await.answered(200);
    mia.sees("You take part: In the room");
    // Whoever runs it sees who has not spoken, by side, and nobody else does.
    ben.open(&format!("{path}/close")).await.sees("Once closed, it cannot be opened again");
    ben.sees("2 items have no outcome written down");
    mia.open(&format!("{path}/close")).await.answered(403);
    ben.open(&format!("{path}/run")).await.sees("nobody has spoken yet");
    ben.press("Mia Stone not yet").await.answered(200).sees("everybody has spoken");
    mia.open(&path).await.misses("has spoken");
    town.pass(20 * Moment::MINUTE + 30 * Moment::SECOND);
    mia.open(&path).await.sees("one minute over");
});

scenario!(the_room_asks_for_my_answer_where_a_question_is_open_and_says_first_what_is_now, |town| {
    let place = town.settled(TWO).await;
    let (mut ben, mut mia) = (place.browser("Ben Cole"), place.browser("Mia Stone"));
    let path = running(&place, &mut ben).await;
    let meeting = path.rsplit('/').next().expect("an id");
    // What the agenda asks comes along, and so does how a side agrees.
    let page = ben.open(&path).await.html.clone();
    let at = page.rfind("id=\"item-").expect("an item") + "id=\"item-".len();
    let item: String = page[at..].chars().take_while(|c| *c != '"').collect();
    ben.open(&place.path(&format!("/decisions/new?meeting={meeting}&item={item}"))).await.answered(200);
    ben.sees("One lower answer, and the side does not agree.");
    assert_eq!(ben.holds("The question"), "Shall we meet every month?");
    ben.fill("The question", "Shall we meet each week?")
        .fill("What happens if it passes", "We meet on Mondays.");
    ben.choose("No, none of these").choose("Each answer with its name").press("Save the draft").await;
    mia.open(&path).await.misses("Answer now:");
    ben.press("Open it for answers").await.answered(200);
    let text = mia.open(&path).await.sees("Answer now: Shall we meet each week?").text();
    let parts = ["20 minutes left", "What is asked of you", "Answer now:", "What came of it so far", "Notes"];
    let at: Vec<usize> = parts.iter().map(|part| text.find(part).expect(part)).collect();
    assert!(at.is_sorted(), "{at:?} in {text}");
    mia.follow("Answer now:").await.choose("4 ·").press("Send my answer").await.answered(200);
    mia.open(&path).await.misses("Answer now:").sees("Shall we meet each week?");
});

scenario!(one_line_becomes_an_action_or_a_question, |town| {
    let place = town.settled(TWO).await;
    let (mut ben, mut mia) = (place.browser("Ben Cole"), place.browser("Mia Stone"));
    let path = running(&place, &mut ben).await;
    ben.open(&format!("{path}/run")).await;
    ben.fill("Who does what by when, in one line", "Mia: call the printer by December 4");
    ben.press("Write it down").await.answered(200).sees("Written down").sees("call the printer");
    ben.fill("Who does what by when, in one line", "Somebody: order chairs").press("Write it down").await;
    ben.answered(200).sees("We know nobody called “Somebody” here").sees("does not say by which day");
    assert_eq!(ben.holds("What is to be done?"), "order chairs");
    ben.press("Take it on").await.answered(422);
    ben.fill("Who does it?", &place.seats["Ana Reyes"].to_string()).fill("By when?", "2026-12-01");
    ben.press("Take it on").await.answered(200).sees("order chairs");
    // What another wrote down for her is told to her; what Ben took on himself is not told to Ben as given.
    mia.open(&place.path("/todo")).await.sees("You were given: call the printer").misses("order chairs");
    ben.open(&place.path("/todo")).await.misses("You were given");
    mia.open(&place.path("/actions")).await.sees("call the printer").sees("order chairs");
    mia.follow("call the printer").await.choose("Drop it").press("Save").await.answered(422);
    mia.fill("Why?", "They went out of business.").press("Save").await.answered(200);
    mia.sees("They went out of business.").sees("Dropped");
    // What another took on is not Mia's to settle.
    mia.follow("order chairs").await.answered(200).misses("What became of it?");
});

scenario!(notes_of_two_people_meet_and_a_clash_shows_both, |town| {
    let place = town.settled(TWO).await;
    let (mut ben, mut mia) = (place.browser("Ben Cole"), place.browser("Mia Stone"));
    let path = running(&place, &mut ben).await;
    mia.open(&path).await.fill("What was said", "one\n\ntwo").press("Save the notes").await.answered(200);
    ben.open(&path).await;
    mia.open(&path).await;
    ben.fill("What was said", "ONE\n\ntwo").press("Save the notes").await.answered(200);
    mia.fill("What was said", "one\n\nTWO").press("Save the notes").await.answered(200);
    mia.open(&path).await;
    assert_eq!(mia.holds("What was said"), "ONE\n\nTWO");
    ben.open(&path).await;
    mia.fill("What came of it", "Yes").press("Save the notes").await.answered(200);
    ben.fill("What came of it", "No").press("Save the notes").await.answered(409).sees("the same words");
    let both = ben.holds("What came of it");
    assert!(both.contains("Yes") && both.contains("No"), "{both}");
    ben.press("Save the notes").await.answered(422);
    ben.fill("What came of it", "Yes, from January").press("Save the notes").await.answered(200);
    mia.open(&path).await.sees("Yes, from January");
});

async fn closed(town: &Town, place: &Settled) -> (Browser, String) {
    let mut ben = place.browser("Ben Cole");
    let path = running(place, &mut ben).await;
    ben.open(&format!("{path}/run")).await.follow("Close the meeting").await;
    ben.press("Close the meeting now").await.answered(200).sees("The meeting is closed");
    ben.fill("Days to answer", "7");
    ben.press("Ask each side to confirm").await.answered(200).sees("has not answered");
    town.work().await;
    (ben, path)
}

scenario!(minutes_stand_once_each_side_confirmed_them, |town| {
    let place = town.settled(TWO).await;
    let (mut ben, path) = closed(&town, &place).await;
    let mut mia = place.browser("Mia Stone");
    mia.open(&path).await.misses("Confirm them for my side");
    ben.press("Confirm them for my side").await.answered(200).sees("minutes open");
    let mut ana = place.browser("Ana Reyes");
    ana.open("/home").await;
    ana.open(&path).await.press("Say that something is wrong").await.answered(422);
    ana.fill("If something is wrong: what?", "We never agreed to that.")
        .press("Say that something is wrong")
        .await;
    ana.answered(200).sees("We never agreed to that.").press("Confirm them for my side").await.answered(200);
    ana.sees("Each side confirmed these minutes");
    ana.open(&place.path("/record")).await.sees("Each side has confirmed the minutes");
});

scenario!(silence_confirms_no_minutes, |town| {
    let place = town.settled(TWO).await;
    let (mut ben, path) = closed(&town, &place).await;
    ben.press("Confirm them for my side").await.answered(200);
    town.pass(9 * Moment::DAY);
    town.work().await;
    let mut ben = town.person("Ben Cole").await.1;
    ben.open(&path).await.sees("not every side confirmed").sees("did not confirm them");
    ben.open(&place.path("/record")).await.sees("not confirmed by Alder Educators");
});

scenario!(what_was_left_over_seeds_the_next_agenda, |town| {
    let place = town.settled(TWO).await;
    let (mut ben, _) = closed(&town, &place).await;
    ben.open(&place.path("/meetings/new")).await.fill("What is it called?", "November meeting");
    ben.fill("Day", "2026-12-16").fill("Start", "08:30").press("Plan a meeting").await.answered(200);
    ben.sees("Shall we meet every month?").misses("How do we keep new teachers?");
});

scenario!(a_form_sent_twice_goes_on_once, |town| {
    let place = town.settled(TWO).await;
    let mut ben = place.browser("Ben Cole");
    let path = running(&place, &mut ben).await;
    ben.open(&format!("{path}/run")).await;
    let (action, method, pairs) = ben.sending("Go on: Shall we meet every month?");
    let body = serde_urlencoded::to_string(&pairs).unwrap();
    ben.send(method.clone(), &action, Some(body.clone())).await.answered(200).sees("Item 2 of 2");
    ben.send(method.clone(), &action, Some(body.clone())).await.answered(200).sees("Item 2 of 2");
    // Another tab that still shows the first item does not skip the second.
    let stale = body.replace(&pairs[0].1, "0123456789abcdef0123456789abcdef");
    ben.send(method, &action, Some(stale)).await.answered(422).sees("Item 2 of 2");
    let _: Uuid = place.id;
});

scenario!(a_meeting_reads_in_spanish, |town| {
    let place = town.settled(TWO).await;
    let mut ben = place.browser("Ben Cole");
    let path = running(&place, &mut ben).await;
    let mut lee = place.browser("Lee Park");
    lee.open("/language/es").await;
    lee.open(&path).await.sees("Punto 1 de 2").sees("quedan 20 minutos").misses("Load this page");
});

scenario!(many_are_marked_as_there_in_one_form_and_by_nobody_else, |town| {
    let place = town.settled(TWO).await;
    let (mut ben, mut mia) = (place.browser("Ben Cole"), place.browser("Mia Stone"));
    let path = running(&place, &mut ben).await;
    // Whoever begins a meeting is there.
    ben.open(&format!("{path}/run")).await.follow("Mark who is there (1 of 4)").await.answered(200);
    mia.open(&format!("{path}/people")).await.answered(403);
    ben.press("From afar").await.answered(422).sees("Tick at least one name.");
    ben.choose("Mia Stone")
        .choose("Lee Park")
        .press("From afar")
        .await
        .answered(200)
        .sees("2 people are marked");
    ben.sees("Mark who is there (3 of 4)");
    mia.open(&path).await.sees("You take part: From afar");
    // What somebody else marked, each can put right.
    ben.open(&format!("{path}/run")).await;
    let code = ben.html.split("class=\"code\">").nth(1).expect("a code")[..4].to_owned();
    mia.choose("In the room").fill("The code in the room", &code).press("Say how I take part").await;
    mia.answered(200).sees("You take part: In the room");
});

scenario!(a_meeting_nobody_opened_is_said_to_have_been_held_and_its_minutes_are_written, |town| {
    let place = town.settled(TWO).await;
    let mut ben = place.browser("Ben Cole");
    let path = planned(&place, &mut ben).await;
    ben.misses("Was it held?");
    town.pass(100 * Moment::DAY);
    let (mut ben, mut mia) = (town.person("Ben Cole").await.1, town.person("Mia Stone").await.1);
    mia.open(&path).await.sees("Was it held?").misses("It was held: write what came of it");
    ben.open(&path).await.sees("Was it held?").misses("Begin the meeting");
    ben.press("It was held: write what came of it")
        .await
        .answered(200)
        .sees("minutes open")
        .sees("Mend the notes");
    ben.open(&place.path("/record")).await.sees("was held on");
});

scenario!(what_somebody_brings_is_taken_off_after_a_look_at_whose_it_is, |town| {
    let place = town.settled(TWO).await;
    let (mut ben, mut mia) = (place.browser("Ben Cole"), place.browser("Mia Stone"));
    let path = planned(&place, &mut ben).await;
    let page = ben.open(&path).await.html.clone();
    let at = page.find("id=\"item-").expect("an item") + "id=\"item-".len();
    let item: String = page[at..].chars().take_while(|c| *c != '"').collect();
    ben.open(&format!("{path}/items/{item}")).await.follow("Take off").await.answered(200);
    let off = ben.path.clone();
    mia.open(&off).await.answered(403);
    ben.press("Take off").await.answered(200);
});
