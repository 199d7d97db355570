//! The playbooks are whole, the same in each language, and open to anybody.

use words::Lang;

use super::{Code, common, of};
use crate::crisis::Group;
use crate::scenario;

#[test]
fn each_playbook_is_whole_in_each_language() {
    for code in Code::ALL {
        for lang in Lang::ALL {
            let book = of(*code, *lang).unwrap();
            for group in Group::ALL {
                let asked = book.questions(*group);
                assert!(asked.len() >= 8, "{code:?} {lang:?} {group:?}");
                assert!(asked.iter().all(|q| q.ends_with('?')), "{code:?} {lang:?} {group:?} asks");
            }
            let steps = [&book.first_hour, &book.first_day, &book.first_week];
            assert!(steps.iter().all(|moves| moves.len() >= 4), "{code:?} {lang:?} first moves");
            assert!(book.signals.len() >= 2 && book.messages.len() >= 3, "{code:?} {lang:?}");
        }
    }
}

#[test]
fn a_language_changes_the_words_and_never_the_numbers() {
    for code in Code::ALL {
        let (en, es) = (of(*code, Lang::En).unwrap(), of(*code, Lang::Es).unwrap());
        let plan = |book: &super::Playbook| -> Vec<_> {
            let of = |s: &super::Signal| (s.group.clone(), s.worse.clone(), s.limit, s.close);
            book.signals.iter().map(of).collect()
        };
        assert_eq!(plan(en), plan(es), "{code:?}");
        for group in Group::ALL {
            assert_eq!(en.questions(*group).len(), es.questions(*group).len(), "{code:?} {group:?}");
            assert!(en.questions(*group).iter().zip(es.questions(*group)).all(|(a, b)| a != b));
        }
        assert_eq!(en.messages.len(), es.messages.len());
    }
    let (en, es) = (common(Lang::En).unwrap(), common(Lang::Es).unwrap());
    assert_eq!((en.roles.len(), en.forms.len()), (es.roles.len(), es.forms.len()));
}

#[test]
fn closing_is_always_worse_than_limiting() {
    for code in Code::ALL {
        for signal in &of(*code, Lang::En).unwrap().signals {
            assert!(Group::from_code(&signal.group).is_some(), "{}", signal.name);
            let in_order = match signal.worse.as_str() {
                "higher" => signal.close > signal.limit,
                "lower" => signal.close < signal.limit,
                other => panic!("{other}"),
            };
            assert!(in_order, "{}", signal.name);
        }
    }
}

scenario!(anybody_reads_prints_and_keeps_a_playbook, |town| {
    let mut anybody = town.browser();
    anybody.open("/").await.follow("Playbooks for a crisis").await.answered(200);
    anybody.follow("Read it: Weather and disaster").await.answered(200).sees("In the first hour");
    anybody.sees("Who drives the routes before the buses do").sees("-25 or less (°F)");
    anybody.open("/playbooks/weather/file").await.answered(200);
    assert!(anybody.html.contains("<style>") && !anybody.html.contains("/assets/"), "it stands alone");
    anybody.open("/playbooks/none").await.answered(404);
    let mut parent = town.browser().reading("es");
    parent.open("/playbooks/reopening").await.answered(200).sees("En la primera hora");
    parent.open("/playbooks/reopening/file").await.answered(200);
    assert!(parent.html.contains("lang=\"es\"") && parent.html.contains("Volver a abrir los edificios"));
});
