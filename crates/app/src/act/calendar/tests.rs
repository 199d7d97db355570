//! A feed is its owner's, as long as its address counts.

use crate::scenario;

scenario!(a_feed_is_made_renewed_and_ended, |town| {
    let (_, mut ana) = town.person("Ana Ruiz").await;
    ana.open("/account/calendar").await.answered(200).misses("Stop it");
    ana.press("Make my calendar address").await.answered(200).sees("shown only once");
    let secret = ana.path.rsplit('/').next().unwrap().to_owned();
    let mut anybody = town.browser();
    anybody.open(&format!("/calendar/{secret}.ics")).await.answered(200);
    assert!(anybody.html.starts_with("BEGIN:VCALENDAR\r\n"), "{}", anybody.html);
    // Nobody else is shown the address, not even with it in hand.
    let (_, mut ben) = town.person("Ben Cole").await;
    ben.open(&format!("/account/calendar/{secret}")).await.answered(404);
    ana.open("/account/calendar").await.press("Make a new address").await.answered(200);
    let renewed = ana.path.rsplit('/').next().unwrap().to_owned();
    anybody.open(&format!("/calendar/{secret}.ics")).await.answered(404);
    anybody.open(&format!("/calendar/{renewed}.ics")).await.answered(200);
    ana.open("/account/calendar").await.press("Stop it").await.answered(200);
    anybody.open(&format!("/calendar/{renewed}.ics")).await.answered(404);
    anybody.open("/calendar/.ics").await.answered(404);
});
