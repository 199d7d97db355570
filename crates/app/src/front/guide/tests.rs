//! The guide is the same in both languages, and everybody may read it and take it away.

use words::{Lang, Words};

use super::content::{chapters, tools};
use crate::front::path::Phase;
use crate::scenario;

#[test]
fn both_languages_have_the_same_chapters_and_sheets_with_the_same_parts() {
    let (en, es) = (chapters(Lang::En), chapters(Lang::Es));
    assert_eq!(en.len(), 12);
    assert_eq!(en.len(), es.len());
    for (one, other) in en.iter().zip(es) {
        let shape = |chapter: &super::content::Chapter| {
            (chapter.code.clone(), chapter.page.clone(), chapter.paper.clone(), chapter.questions.len())
        };
        assert_eq!(shape(one), shape(other));
        assert_ne!(one.example, other.example, "{} is translated", one.code);
    }
    let shape = |lang| {
        let parts = |tool: &super::content::Tool| {
            let of = tool.parts.iter();
            of.map(|p| (p.lines, p.choices.len(), p.columns.len(), p.rows.len(), p.blank)).collect::<Vec<_>>()
        };
        tools(lang).iter().map(|t| (t.name.clone(), t.steps.clone(), parts(t))).collect::<Vec<_>>()
    };
    assert_eq!(shape(Lang::En), shape(Lang::Es));
}

#[test]
fn each_step_has_its_chapter_in_the_order_of_the_path_and_under_its_own_name() {
    for lang in [Lang::En, Lang::Es] {
        let w = Words::new(lang);
        let steps = Phase::ALL.iter().flat_map(|phase| phase.steps());
        let path: Vec<_> = steps.map(|step| (step.code(), step.name(&w))).collect();
        let told: Vec<_> = chapters(lang)
            .iter()
            .map(|one| (one.code.as_str(), one.title.as_str()))
            .skip(1)
            .take(10)
            .collect();
        assert_eq!(told, path);
    }
}

#[test]
fn sheets_and_chapters_point_at_each_other() {
    let (chapters, tools) = (chapters(Lang::En), tools(Lang::En));
    for chapter in chapters {
        assert!(chapter.why.matches(['.', '?']).count() >= 2, "{}: why in two sentences", chapter.code);
        for name in &chapter.paper {
            let tool = tools.iter().find(|tool| tool.name == *name);
            assert!(tool.is_some_and(|tool| tool.steps.contains(&chapter.code)), "{}: {name}", chapter.code);
        }
    }
    for step in tools.iter().flat_map(|tool| &tool.steps) {
        assert!(chapters.iter().any(|chapter| chapter.code == *step), "{step}");
    }
}

scenario!(a_stranger_reads_the_guide_and_takes_book_and_sheets_along, |town| {
    let mut stranger = town.browser();
    stranger.open("/how").await.answered(200).sees("How ready are we?");
    assert_eq!(stranger.path, "/guide");
    stranger
        .follow("Understand the case")
        .await
        .answered(200)
        .sees("Questions to ask")
        .sees("Only one line in nine");
    stranger.follow("Who does what today").await.answered(200).sees("Helping new teachers");
    stranger.open("/tools/agenda/file").await.answered(200).sees("Agenda");
    stranger.open("/guidebook/file").await.answered(200).sees("Understand the case").sees("Fist to five");
    stranger.open("/guide/p9").await.answered(404);
    stranger.open("/tools/no-such-tool").await.answered(404);
    stranger.open("/guidebook").await.follow("Español").await.sees("De puño a cinco").misses("Fist to five");
});

scenario!(who_sits_somewhere_is_led_from_the_guide_to_the_page_where_it_is_done, |town| {
    let settled = town.settled(&[("Riverside Board", true, &["Ida Sol"], &[])]).await;
    let mut ida = settled.browser("Ida Sol");
    ida.open("/guide/p4").await.follow("Do it in Riverside").await.answered(200);
    assert_eq!(ida.path, settled.path("/commitment"));
});
