//! People in a crisis, from activation to looking back, on both engines.

use crate::scenario;
use crate::site::Moment;
use crate::testing::scene::{PARTIES, Scene, active, fresh, sit};
use crate::testing::{Browser, Town};

const NAMES: [&str; 3] = ["Ana Ruiz", "Ruth Okafor", "Cem Kaya"];

async fn start(scene: &mut Scene, lead: usize) -> String {
    let browser = scene.at(lead, "crisis").await;
    browser.choose("Weather and disaster").fill("What do you call it?", "January ice storm");
    browser.press("Start it now").await.answered(200).sees("It is started").sees("Started by one side");
    let page = browser.html.split("/groups/health").next().unwrap_or("").rsplit('"').next().unwrap_or("");
    page.to_owned()
}

async fn confirm(scene: &mut Scene, lead: usize) {
    let browser = scene.at(lead, "crisis").await;
    browser.press("Confirm for your side").await.answered(200).sees("Two sides stand behind it");
}

async fn name(browser: &mut Browser, crisis: &str, group: &str, who: &str) {
    browser.open(&format!("{crisis}/groups/{group}")).await.answered(200);
    let id = option(browser, who);
    browser.fill("Co-lead", &id).press("Name them").await.answered(200).sees("Your co-lead is named");
}

/// The value of the option that reads so.
fn option(browser: &Browser, words: &str) -> String {
    let end = browser.html.find(&format!(">{words}</option>")).expect("an option");
    let start = browser.html[..end].rfind("value=\"").expect("a value");
    browser.html[start + 7..].split('"').next().unwrap_or_default().to_owned()
}

async fn decide(browser: &mut Browser, crisis: &str, group: &str, until: &str) {
    browser.open(&format!("{crisis}/decisions")).await.answered(200);
    browser
        .fill("Who decided", group)
        .fill("What we decided", "Schools start two hours late")
        .fill("Who carries it out", "Transport office")
        .fill("Last day", until)
        .fill("What would change it sooner", "Three buses are stuck")
        .fill("What does it say about opening?", "limit");
    browser.press("Write it down").await.answered(200).sees("It holds from now on").sees("Limit");
}

fn day(town: &Town, ahead: i64) -> String {
    town.site.now().plus(ahead * Moment::DAY).civil("America/Los_Angeles").date().to_string()
}

fn hour(town: &Town, hours: i64) -> String {
    town.site
        .now()
        .plus(hours * Moment::HOUR)
        .civil("America/Los_Angeles")
        .strftime("%Y-%m-%dT%H:%M")
        .to_string()
}

scenario!(a_crisis_stands_in_a_minute_and_a_second_side_confirms_it, |town| {
    let mut scene = active(&town, 2).await;
    let home = scene.path("");
    let crisis = start(&mut scene, 0).await;
    scene.leads[0]
        .sees("for one of: Brook Administration")
        .sees("Silence is not a yes")
        .sees("Nobody yet")
        .misses("Confirm for your side");
    scene.leads[0].open(&format!("{crisis}/groups/teaching")).await.sees("What do we not expect of teachers");
    scene.at(0, "teams").await.sees("January ice storm").sees("Teaching and learning · January");
    let ruth = fresh(&town, NAMES[1]).await;
    scene.leads[1] = ruth;
    scene.leads[1].open(home.trim_end_matches('/')).await.sees("Confirm for your side: January ice storm");
    scene.leads[1].sees("A crisis is going on: January ice storm.");
    confirm(&mut scene, 1).await;
    scene.at(0, "crisis").await.sees("Confirmed by Brook Administration").sees("Going on");
    scene
        .at(0, "record")
        .await
        .sees("started the playbook “Weather and disaster”")
        .sees("confirmed the crisis");
    town.work().await;
    let letter = town.letter_to("ruth.okafor@example.org").await;
    assert!(letter.body.contains("January ice storm"), "{}", letter.body);
});

scenario!(nobody_of_another_side_confirms_and_it_ends_by_itself, |town| {
    let mut scene = active(&town, 3).await;
    start(&mut scene, 0).await;
    town.pass(23 * Moment::HOUR);
    town.work().await;
    scene.leads[0] = fresh(&town, NAMES[0]).await;
    scene.at(0, "crisis").await.sees("Started by one side");
    town.pass(2 * Moment::HOUR);
    town.work().await;
    scene.leads[0] = fresh(&town, NAMES[0]).await;
    scene.at(0, "crisis").await.sees("Ended: not confirmed").sees("Start it now");
    scene.at(0, "record").await.sees("not confirmed by").sees("Brook Administration");
    scene.at(0, "teams").await.misses("teams have ended");
});

scenario!(one_crisis_at_a_time_and_a_form_with_nothing_says_all_at_once, |town| {
    let mut scene = active(&town, 2).await;
    scene.at(0, "crisis").await.press("Start it now").await.answered(422);
    scene.leads[0].sees("Choose a playbook").sees("2 things to correct");
    scene.at(1, "crisis").await.choose("Any other emergency").fill("What do you call it?", "A storm");
    let (action, method, pairs) = scene.leads[1].sending("Start it now");
    start(&mut scene, 0).await;
    let body = serde_urlencoded::to_string(&pairs).unwrap();
    scene.leads[1].send(method, &action, Some(body)).await.answered(422).sees("A crisis is going on already");
});

scenario!(the_side_that_started_it_cannot_confirm_it_and_may_take_it_back, |town| {
    let mut scene = active(&town, 2).await;
    let crisis = start(&mut scene, 0).await;
    scene.at(1, "crisis").await;
    let (_, method, pairs) = scene.leads[1].sending("Confirm for your side");
    let body = serde_urlencoded::to_string(&pairs).unwrap();
    scene.leads[0].send(method, &format!("{crisis}/confirm"), Some(body)).await.answered(422);
    scene.leads[0].sees("Somebody of another side has to do this");
    scene.at(0, "crisis").await.press("Take it back").await.answered(200).sees("You took it back");
    scene.at(1, "crisis").await.sees("Taken back").sees("Start it now");
});

scenario!(each_side_names_its_own_co_leads_who_then_work_in_their_group, |town| {
    let mut scene = active(&town, 2).await;
    let crisis = start(&mut scene, 0).await;
    confirm(&mut scene, 1).await;
    let (own, other) = (scene.parties[0], scene.parties[1]);
    let mut lee = sit(&town, scene.id, Some(own), "Lee Park", false).await;
    let mut ida = sit(&town, scene.id, Some(other), "Ida Moss", false).await;
    lee.open(&format!("{crisis}/groups/health")).await.answered(200).misses("Add the question");
    let (mut ana, mut ruth) = (scene.leads.remove(0), scene.leads.remove(0));
    ana.open(&format!("{crisis}/groups/health")).await.misses("Ida Moss</option>");
    name(&mut ana, &crisis, "health", "Lee Park").await;
    name(&mut ruth, &crisis, "health", "Ida Moss").await;
    lee.open(&format!("{crisis}/groups/health")).await.sees("AdministratorIda Moss").sees("EducatorLee Park");
    lee.fill("The question", "Who salts the ramp at Elm Street?")
        .press("Add the question")
        .await
        .answered(200);
    lee.follow("Who clears ice, debris or water").await.answered(200);
    lee.choose("Answered")
        .press("Save")
        .await
        .answered(422)
        .sees("Write what you know before you call it answered");
    lee.fill("What we know", "Two teams, four hours each").press("Save").await.answered(200);
    lee.sees("Two teams, four hours each").sees("Answered").sees("Who salts the ramp");
    // Elsewhere a co-lead reads, and the words that nobody changed stay in each reader's language.
    lee.open(&format!("{crisis}/groups/teaching")).await.misses("Add the question");
    let mut spanish = ida.clone().reading("es");
    spanish.hold("language", "es");
    spanish.open(&format!("{crisis}/groups/health")).await.sees("¿Quién revisa que se puede entrar");
    spanish.sees("Two teams, four hours each");
    ida.open(&format!("{crisis}/groups/health")).await.follow("How cold, hot or smoky").await;
    let (action, method, mut pairs) = ida.sending("Save");
    ida.choose("Decided").fill("What we know", "60 degrees").press("Save").await.answered(200);
    pairs.iter_mut().filter(|(n, _)| n == "_key").for_each(|(_, v)| *v = "0123456789abcdef7".into());
    let body = serde_urlencoded::to_string(&pairs).unwrap();
    ida.send(method, &action, Some(body)).await.answered(409).sees("Somebody changed it before you");
});

scenario!(a_decision_has_an_end_and_both_sides_words, |town| {
    let mut scene = active(&town, 2).await;
    let crisis = start(&mut scene, 0).await;
    confirm(&mut scene, 1).await;
    let (mut ana, mut ruth) = (scene.leads.remove(0), scene.leads.remove(0));
    ana.open(&format!("{crisis}/decisions")).await.press("Write it down").await.answered(422);
    ana.sees("4 things to correct");
    decide(&mut ana, &crisis, "", &day(&town, 1)).await;
    ana.sees("Not yet heard: Brook Administration");
    ruth.open(&format!("{crisis}/decisions")).await.follow("Schools start two hours late").await;
    ruth.sees("Without a word it stays the decision of one side")
        .press("Object for your side")
        .await
        .answered(422);
    ruth.sees("Say why you object").fill("If you object: why?", "Two hours are too few for the north road");
    ruth.press("Object for your side").await.answered(200);
    ana.open(&format!("{crisis}/decisions")).await.follow("Schools start two hours late").await;
    ana.sees("objected through Ruth Okafor").sees("too few for the north road").misses("Agree for your side");
    town.pass(2 * Moment::DAY);
    let mut ana = fresh(&town, NAMES[0]).await;
    ana.open(&format!("/p/{}", scene.id)).await.sees("Keep or end a decision that is past its last day");
    ana.open(&format!("{crisis}/decisions"))
        .await
        .sees("Past its last day")
        .follow("Schools start two")
        .await;
    ana.press("End it now").await.answered(200).sees("Ended");
});

scenario!(the_sheet_says_when_and_people_decide, |town| {
    let mut scene = active(&town, 2).await;
    let crisis = start(&mut scene, 0).await;
    let mut ana = scene.leads.remove(0);
    let page = format!("{crisis}/sheet");
    ana.open(&page)
        .await
        .sees("The numbers do not say")
        .sees("Schools without heat, power or water: 3 or more (schools)");
    ana.sees("No decision about opening is in force");
    for (row, value) in
        [("Wind chill at 5 in the morning", "-30"), ("Schools without heat, power or water", "x")]
    {
        ana.open(&page).await.fill(&format!("New reading: {row}"), value);
        ana.press(&format!("Save the reading: {row}")).await;
    }
    ana.answered(422).sees("Write a whole number");
    ana.open(&page).await.sees("The numbers say: close").sees("-30 (°F), read by Ana Ruiz");
    decide(&mut ana, &crisis, "", &day(&town, 1)).await;
    ana.open(&page).await.sees("What people decided: Limit");
    town.pass(25 * Moment::HOUR);
    let mut ana = fresh(&town, NAMES[0]).await;
    ana.open(&page).await.answered(200);
});

scenario!(families_read_in_their_language_and_see_who_stands_behind_it, |town| {
    let mut scene = active(&town, 2).await;
    let crisis = start(&mut scene, 0).await;
    let public = format!("/situation/{}", scene.id);
    town.browser().open(&public).await.answered(404);
    let (mut ana, mut ruth) = (scene.leads.remove(0), scene.leads.remove(0));
    ana.open(&format!("{crisis}/situation"))
        .await
        .press("See how families will read it")
        .await
        .answered(422)
        .sees("4 things to correct");
    ana.open(&format!("{crisis}/situation")).await.follow("We are closed today").await.answered(200);
    ana.fill("The next message comes by", &hour(&town, 5)).press("See how families will read it").await;
    ana.answered(200).sees("All schools are closed today").sees("Ruth Okafor");
    town.browser().open(&public).await.answered(404);
    ana.press("Publish it now").await.answered(200).sees("It is public now");
    let mut anybody = town.browser();
    anybody.open(&public).await.answered(200).sees("All schools are closed today").sees("January ice storm");
    anybody.sees("Written for Alder Educators").sees("No other side has added its word").misses("Ana Ruiz");
    let mut parent = town.browser().reading("es");
    parent.open(&public).await.answered(200).sees("Hoy todas las escuelas están cerradas");
    parent.sees("Nadie más lo ha leído otra vez");
    ruth.open(&format!("{crisis}/situation")).await.press("Our side stands behind it").await.answered(200);
    ruth.press("I read both: they say the same").await.answered(200);
    parent
        .open(&public)
        .await
        .sees("También lo respalda Brook Administration")
        .misses("Nadie más lo ha leído");
    town.pass(6 * Moment::HOUR);
    town.browser().open(&public).await.sees("It is late");
    let mut ana = fresh(&town, NAMES[0]).await;
    ana.open(&format!("/p/{}", scene.id)).await.sees("the promised hour has passed");
});

scenario!(a_concern_is_for_the_task_force_and_is_answered_by_name, |town| {
    let mut scene = active(&town, 2).await;
    let crisis = start(&mut scene, 0).await;
    let own = scene.parties[0];
    let mut lee = sit(&town, scene.id, Some(own), "Lee Park", false).await;
    let mut max = sit(&town, scene.id, Some(own), "Max Roe", false).await;
    let page = format!("{crisis}/concerns");
    lee.open(&page)
        .await
        .sees("Your name stands with it")
        .press("Send it to the task force")
        .await
        .answered(422);
    lee.fill("What worries you?", "The ramp at Elm Street is ice").press("Send it to the task force").await;
    lee.answered(200).sees("Not seen yet");
    max.open(&page).await.misses("The ramp at Elm Street");
    scene.leads[1].open(&page).await.follow("The ramp at Elm Street").await.answered(200);
    scene.leads[1].press("Save").await.answered(200).sees("Seen");
    scene.leads[1].follow("The ramp at Elm Street").await.fill("Your answer", "Salted by seven each day");
    scene.leads[1].press("Save").await.answered(200);
    lee.open(&page).await.sees("Salted by seven each day").sees("Answered by Ruth Okafor");
    max.open(&page).await.misses("Salted by seven");
});

scenario!(two_sides_stand_down_and_look_back, |town| {
    let mut scene = active(&town, 2).await;
    let crisis = start(&mut scene, 0).await;
    confirm(&mut scene, 1).await;
    let after = format!("{crisis}/after");
    scene.leads[0].open(&after).await.sees("It still goes on").misses("Add the line");
    scene.at(0, "crisis").await.follow("Ask to stand down").await.answered(200);
    scene.leads[0].press("Ask to stand down").await.answered(200);
    scene.leads[0].misses("Agree: stand down").sees("It is over once another side agrees");
    scene.at(1, "crisis").await.press("Go on for now").await.answered(200).sees("It goes on");
    scene
        .at(0, "crisis")
        .await
        .follow("Ask to stand down")
        .await
        .press("Ask to stand down")
        .await
        .answered(200);
    // What is still open is read before it ends.
    decide(&mut scene.leads[0], &crisis, "", &day(&town, 1)).await;
    scene.at(1, "crisis").await.follow("Agree: stand down").await.sees("Schools start two hours late");
    scene.leads[1].press("Agree: stand down").await.answered(200).sees("Now look back together");
    scene.leads[1].open(&after).await.press("Add the line").await.answered(422);
    scene.leads[1]
        .choose("What stays")
        .fill("Your line", "The fifteen-minute morning call")
        .press("Add the line")
        .await;
    scene.leads[1]
        .answered(200)
        .sees("The fifteen-minute morning call")
        .sees("Not yet heard: Alder Educators");
    scene.leads[0].open(&format!("/p/{}", scene.id)).await.sees("Look back for your side: January ice storm");
    scene.leads[0].open(&format!("{crisis}/decisions")).await.misses("Write it down");
    scene.at(0, "crisis").await.sees("Stood down").sees("Start it now");
    assert_eq!(PARTIES[0], "Alder Educators");
});

scenario!(the_last_day_ends_it_and_can_be_moved, |town| {
    let mut scene = active(&town, 2).await;
    start(&mut scene, 0).await;
    confirm(&mut scene, 1).await;
    let (soon, past) = (day(&town, 2), day(&town, -1));
    scene.at(0, "crisis").await.fill("Last day", &past).press("Set the last day").await.answered(422);
    scene.leads[0].fill("Last day", &soon).press("Set the last day").await.answered(200);
    town.pass(Moment::DAY);
    town.work().await;
    scene.leads[0] = fresh(&town, NAMES[0]).await;
    scene.at(0, "crisis").await.sees("Going on");
    town.pass(2 * Moment::DAY);
    town.work().await;
    scene.leads[0] = fresh(&town, NAMES[0]).await;
    scene.at(0, "crisis").await.sees("Stood down");
});
