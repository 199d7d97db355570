//! Two leaders begin a partnership, through its pages.

use crate::access::Operator;
use crate::people::partnership::commands::{AskToBegin, operator_invites_lead};
use crate::scenario;
use crate::site::Moment;
use crate::testing::scene::{PARTIES, accept, active, begin_draft, code_on, draft, five_answers};

scenario!(two_leaders_begin_a_partnership, |town| {
    let (_, mut ana) = town.person("Ana Ruiz").await;
    let id = begin_draft(&mut ana).await;
    ana.sees("Draft").sees("Alder Valley Schools").sees("Waiting for the other side");
    let (_, mut ruth) = town.person("Ruth Okafor").await;
    ruth.open(&format!("/p/{id}/draft")).await.answered(404);
    accept(&town, &mut ruth, "ruth.okafor@example.org").await;
    ruth.open(&format!("/p/{id}/draft")).await.answered(200).sees("Half of our new teachers");
    ana.open(&format!("/p/{id}/draft")).await;
    let (anas, ruths) = (code_on(&ana), code_on(&ruth));
    ana.fill("The code you hear from them", &ruths.to_lowercase());
    ana.press("This is their code").await.answered(200).sees("You have typed their code");
    ruth.open(&format!("/p/{id}")).await.answered(200);
    ruth.open(&format!("/p/{id}/draft")).await;
    ruth.fill("The code you hear from them", &anas).press("This is their code").await;
    ruth.answered(200).sees("The partnership is active");
    ana.open(&format!("/p/{id}/record")).await.sees("Both leaders know each other");
});

scenario!(a_refused_form_keeps_every_word, |town| {
    let (_, mut ana) = town.person("Ana Ruiz").await;
    ana.open("/start").await;
    ana.fill("Name of your group", "Alder Educators").fill("Their e-mail address", "ruth at example");
    ana.press("Start the draft and ask them").await.answered(422);
    assert_eq!(ana.holds("Name of your group"), "Alder Educators");
    assert_eq!(ana.holds("Their e-mail address"), "ruth at example");
    assert!(ana.wrong("Their e-mail address").is_some() && ana.wrong("Name of your group").is_none());
});

scenario!(a_draft_is_for_those_who_sit, |town| {
    let (_, mut ana) = town.person("Ana Ruiz").await;
    let id = begin_draft(&mut ana).await;
    let (_, mut other) = town.person("Otto Other").await;
    for page in ["draft", "draft/edit", "people", "joint", "export", "withdraw", "leave", "successor"] {
        other.open(&format!("/p/{id}/{page}")).await.answered(404);
    }
});

scenario!(the_same_form_sent_twice_begins_one_draft, |town| {
    let (_, mut ana) = town.person("Ana Ruiz").await;
    ana.open("/start").await;
    ana.fill("Name of the place", "Alder Valley Schools")
        .fill("State or territory", "OR")
        .fill("Your group is", "labor")
        .fill("Name of your group", "Alder Educators")
        .fill("Their group is", "management")
        .fill("Name of their group", "Brook Administration")
        .fill("Name of the person you ask", "Ruth Okafor")
        .fill("Their e-mail address", "ruth.okafor@example.org")
        .fill("Why now, in one sentence", "It is time.");
    let (action, method, pairs) = ana.sending("Start the draft and ask them");
    let body = serde_urlencoded::to_string(&pairs).unwrap();
    let mut led_to = Vec::new();
    for _ in 0..5 {
        ana.send(method.clone(), &action, Some(body.clone())).await.answered(200);
        led_to.push(ana.path.clone());
    }
    led_to.dedup();
    assert_eq!(led_to.len(), 1);
    town.work().await;
    let asked =
        town.letters().await.into_iter().filter(|l| l.to_address == "ruth.okafor@example.org").count();
    assert_eq!(asked, 1);
});

scenario!(both_leaders_may_change_all_and_a_stale_edit_loses_no_text, |town| {
    let mut scene = draft(&town).await;
    let edit = scene.path("draft/edit");
    let page = scene.path("draft");
    let [ana, ruth] = &mut scene.leads[..] else { panic!("two leads") };
    ana.open(&page).await;
    let anas = code_on(ana);
    ruth.open(&page).await;
    ruth.fill("The code you hear from them", &anas).press("This is their code").await.answered(200);
    ana.open(&edit).await;
    ruth.open(&edit).await;
    ruth.fill("Name of this group", "Alder Teachers").fill("Why now, in one sentence", "Ruth's reason.");
    ruth.press("Save the draft").await.answered(200).sees("Alder Teachers").sees("Ruth's reason.");
    // What Ruth had confirmed is asked again: the words have changed.
    ruth.sees("Prove to each other who you are");
    ana.fill("Why now, in one sentence", "Ana's reason.").press("Save the draft").await.answered(409);
    ana.sees("Ruth's reason.");
    assert_eq!(ana.holds("Why now, in one sentence"), "Ana's reason.");
    ana.press("Save the draft").await.answered(200).sees("Ana's reason.");
});

scenario!(wrong_codes_are_counted_and_then_rest, |town| {
    let mut scene = draft(&town).await;
    let page = scene.path("draft");
    let [ana, ruth] = &mut scene.leads[..] else { panic!("two leads") };
    ruth.open(&page).await;
    let ruths = code_on(ruth);
    ana.open(&page).await;
    let own = code_on(ana);
    // One's own code is no try.
    ana.fill("The code you hear from them", &own).press("This is their code").await.answered(422);
    ana.sees("This is your own code");
    for _ in 0..5 {
        ana.fill("The code you hear from them", "222 222").press("This is their code").await.answered(422);
    }
    ana.fill("The code you hear from them", &ruths).press("This is their code").await.answered(429);
    town.pass(16 * Moment::MINUTE);
    ana.open(&page).await;
    ana.fill("The code you hear from them", &ruths).press("This is their code").await.answered(200);
});

scenario!(a_draft_is_reminded_then_sleeps_and_wakes_with_everything_kept, |town| {
    let (_, mut ana) = town.person("Ana Ruiz").await;
    let id = begin_draft(&mut ana).await;
    let reminders = async |town: &crate::testing::Town| {
        let letters = town.letters().await;
        letters
            .iter()
            .filter(|l| l.to_address == "ana.ruiz@example.org" && l.subject.contains("waiting"))
            .count()
    };
    for (days, sent) in [(6, 0), (2, 1), (12, 1), (2, 2)] {
        town.pass(days * Moment::DAY);
        town.work().await;
        assert_eq!(reminders(&town).await, sent);
    }
    town.pass(9 * Moment::DAY);
    town.work().await;
    let (_, mut ana) = town.person("Ana Ruiz").await;
    ana.open(&format!("/p/{id}/draft")).await.sees("Put aside").sees("Half of our new teachers");
    ana.press("Take it up again").await.answered(200).sees("is taken up again").misses("Put aside");
    town.pass(8 * Moment::DAY);
    town.work().await;
    assert_eq!(reminders(&town).await, 3, "waking begins the days anew");
});

scenario!(the_operator_asks_by_letter_and_seats_nobody, |town| {
    use crate::network::site_tree::{
        Kind,
        commands::{NewSite, create},
    };
    let operator = Operator::at_the_command_line();
    let mut act = town.site.act().await.unwrap();
    let place = |parent, kind, name: &str| NewSite {
        parent,
        kind,
        name: name.into(),
        state: Some("OR".into()),
        nces_id: None,
        local_id: None,
        time_zone: "America/Los_Angeles".into(),
        language: words::Lang::En,
    };
    let state = create(&mut act, &operator, place(None, Kind::State, "Oregon")).await.unwrap();
    let site = create(&mut act, &operator, place(Some(state), Kind::District, "Birch County Schools"))
        .await
        .unwrap();
    let asked = AskToBegin {
        site,
        name: "Ana Ruiz".into(),
        email: "ana.ruiz@example.org".into(),
        language: "en".into(),
    };
    operator_invites_lead(&mut act, &operator, &asked).await.unwrap();
    act.commit().await.unwrap();
    let letter = town.letter_to("ana.ruiz@example.org").await;
    let link =
        letter.body.split_whitespace().find(|word| word.contains("/start?site=")).expect("a link").to_owned();
    let (_, mut ana) = town.person("Ana Ruiz").await;
    ana.open("/home").await.misses("Birch County Schools");
    ana.open(link.split_once("8080").unwrap().1).await.answered(200).sees("Birch County Schools");
    // Found by search as well, whatever the case of the letters.
    ana.open("/start?place=bIRCH").await.sees("Birch County Schools");
    ana.open("/start?place=%25%25%25").await.misses("Birch County Schools");
});

scenario!(spanish_speaks_the_whole_beginning, |town| {
    let (_, mut ana) = town.person("Ana Ruiz").await;
    ana.open("/language/es?next=/start").await.answered(200).sees("Comenzar una alianza");
    ana.press("Comenzar el borrador e invitar").await.answered(422).sees("Elija una opción de la lista.");
});

scenario!(an_active_partnership_has_no_draft_to_edit, |town| {
    let mut scene = active(&town, 2).await;
    let (edit, draft) = (scene.path("draft/edit"), scene.path("draft"));
    scene.leads[0].open(&edit).await.answered(403);
    scene.leads[0].open(&draft).await.answered(200);
    assert!(scene.leads[0].path.ends_with("/people"));
});

scenario!(a_stranger_sees_what_is_asked_answers_and_finds_the_answers_again_after_signing_in, |town| {
    let mut ana = town.browser();
    ana.open("/start").await.answered(200).sees("What you will be asked").sees("4. Why now?");
    ana.sees("about ten minutes").sees("with a short code you read aloud");
    ana.fill("Name of your group", PARTIES[0]).press("Keep my answers and go on").await.answered(422);
    assert_eq!(ana.holds("Name of your group"), PARTIES[0]);
    five_answers(&mut ana).press("Keep my answers and go on").await.answered(200);
    assert!(ana.path.starts_with("/sign-in"), "{}", ana.path);
    ana.sees("Your answers wait in this browser");
    assert!(town.letters().await.is_empty(), "nothing is sent before");
    ana.fill("E-mail address", "ana.ruiz@example.org").press("E-mail me a code").await.answered(200);
    town.work().await;
    ana.fill("Code from the letter", &town.code_to("ana.ruiz@example.org").await)
        .press("Continue")
        .await
        .answered(200);
    ana.fill("Your name", "Ana Ruiz").press("Make my account").await.answered(200);
    assert_eq!(ana.path, "/start");
    ana.sees("Here are your answers");
    assert_eq!(ana.holds("Why now, in one sentence"), "Half of our new teachers leave within three years.");
    ana.press("Start the draft and ask them").await.answered(200).sees("Waiting for the other side");
    assert!(ana.cookie("concord-answers").is_none_or(str::is_empty), "the browser forgets them");
    town.work().await;
    town.letter_to("ruth.okafor@example.org").await;
});
