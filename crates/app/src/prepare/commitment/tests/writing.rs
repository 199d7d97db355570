//! Writing together: versions, merging, translating.

use super::*;

const BODY: &str = "The text";

scenario!(a_commitment_begins_from_the_sample_or_from_nothing, |town| {
    let place = town.settled(TWO).await;
    let mut lee = place.browser("Lee Park");
    begin(&mut lee, &place).await;
    assert!(lee.holds(BODY).starts_with("# Our commitment to work together"));
    lee.open(&place.path("/commitment")).await.sees("Being written").sees("has not named who signs");
    // A second one cannot be begun beside it.
    let mut other = town.settled(TWO).await.browser("Ben Cole");
    other.open(&place.path("/commitment")).await.misses("Begin writing");

    let blank = town.settled(TWO).await;
    let mut ben = blank.browser("Ben Cole");
    ben.open(&blank.path("/commitment")).await.choose("An empty page");
    ben.press("Begin writing").await.answered(200);
    assert_eq!(ben.holds(BODY), "");
});

scenario!(each_version_says_who_changed_what_and_neutrals_are_named_so, |town| {
    let mut place = town.settled(TWO).await;
    town.seat(&mut place, None, "Noor Adil", false).await;
    begin(&mut place.browser("Ana Reyes"), &place).await;
    let mut noor = place.browser("Noor Adil");
    noor.open(&place.path("/commitment/write")).await;
    let text = noor.holds(BODY).replace("at least once a month", "at least twice a month");
    noor.fill(BODY, &text).press("Save this version").await.answered(200).sees("Version 2 is saved");
    noor.follow("Every version").await.sees("Version 2, saved by Noor Adil (neutral seat)");
    noor.sees("Version 1, saved by Ana Reyes (Riverside Educators)");
    noor.follow("Version 2").await;
    assert!(noor.html.contains("<del>once</del><ins>twice</ins>"), "{}", noor.html);
    // The same text saved again is no version.
    noor.open(&place.path("/commitment/write"))
        .await
        .press("Save this version")
        .await
        .sees("Nothing was changed");
});

scenario!(edits_of_different_parts_meet_in_one_text_and_nothing_is_lost, |town| {
    let place = town.settled(TWO).await;
    let (mut ana, mut ben) = (place.browser("Ana Reyes"), place.browser("Ben Cole"));
    begin(&mut ana, &place).await;
    ana.open(&place.path("/commitment/write")).await;
    ben.open(&place.path("/commitment/write")).await;
    let from = ana.holds(BODY);
    ana.fill(BODY, &from.replace("once a month", "every week"))
        .press("Save this version")
        .await
        .answered(200);
    ben.fill(BODY, &from.replace("within 60 days", "within 30 days")).fill("Renew it by", "2027-06-30");
    ben.press("Save this version").await.answered(409).sees("Nothing is lost");
    ben.sees("Version 2, saved by Ana Reyes").sees("You began from version 1");
    let merged = ben.holds("The text with both changes");
    assert!(merged.contains("every week") && merged.contains("within 30 days"), "{merged}");
    assert_eq!(ben.holds("Renew it by"), "2027-06-30");
    ben.press("Save this text")
        .await
        .answered(200)
        .sees("Version 3 is saved")
        .sees("every week")
        .sees("within 30 days");
});

scenario!(two_edits_of_the_same_words_are_both_shown_and_never_saved_side_by_side, |town| {
    let place = town.settled(TWO).await;
    let (mut ana, mut ben) = (place.browser("Ana Reyes"), place.browser("Ben Cole"));
    begin(&mut ana, &place).await;
    ana.open(&place.path("/commitment/write")).await;
    ben.open(&place.path("/commitment/write")).await;
    let from = ana.holds(BODY);
    ana.fill(BODY, &from.replace("once a month", "every week"))
        .press("Save this version")
        .await
        .answered(200);
    ben.fill(BODY, &from.replace("once a month", "every day")).press("Save this version").await.answered(409);
    ben.sees("In one place you both changed the same words");
    let both = ben.holds("The text with both changes");
    assert!(
        both.contains("every week")
            && both.contains("every day")
            && both.contains(">>>>> What Ana Reyes wrote:")
    );
    ben.press("Save this text").await.answered(422).sees("still stand side by side");
    assert_eq!(ben.holds(BODY), both, "what was typed is kept");
    let settled: Vec<&str> =
        both.lines().filter(|line| !line.starts_with(">>>>>") && !line.contains("every week")).collect();
    ben.fill(BODY, &settled.join("\n")).press("Save this version").await.answered(200).sees("every day");
    ben.misses("every week").misses("&gt;&gt;&gt;&gt;&gt;");
});

scenario!(rules_are_told_beside_their_fields_and_the_text_is_kept, |town| {
    let place = town.settled(TWO).await;
    let mut ana = place.browser("Ana Reyes");
    begin(&mut ana, &place).await;
    ana.fill(BODY, " ").fill("Renew it by", "2026-08-01").press("Save this version").await.answered(422);
    assert_eq!(ana.wrong(BODY).as_deref(), Some("Write a text first."));
    assert_eq!(ana.wrong("Renew it by").as_deref(), Some("The renewal date must be after today."));
    ana.fill(BODY, "# Ours\n\n<script>alert(1)</script> [x](https://evil.example)")
        .fill("Renew it by", "2027-08-01");
    ana.press("Save this version").await.answered(200).misses("<script>alert").misses("href=\"https://evil");
});

scenario!(a_translation_is_read_by_somebody_else_and_never_governs, |town| {
    let place = town.settled(TWO).await;
    let mut ana = place.browser("Ana Reyes");
    begin(&mut ana, &place).await;
    ana.open(&place.path("/commitment/translation")).await.fill("Your translation", "# Nuestra promesa");
    ana.press("Save the translation")
        .await
        .answered(200)
        .sees("Translated by Ana Reyes")
        .sees("Not reviewed yet");
    ana.sees("The text in English governs").misses("I have read it and it is right");
    let mut ben = place.browser("Ben Cole");
    ben.open(&place.path("/commitment")).await.press("I have read it and it is right").await.answered(200);
    ben.sees("Reviewed by Ben Cole").misses("Not reviewed yet");
    // A newer version: the translation says of which version it is.
    ben.open(&place.path("/commitment/write"))
        .await
        .fill(BODY, "# Another promise")
        .press("Save this version")
        .await;
    ben.sees("from version 1").sees("Version 2 stands now");
});
