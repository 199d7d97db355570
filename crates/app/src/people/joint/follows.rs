//! What each joint act brings about once every side has said yes, in sentences for the page on which it is proposed.
//! Whoever answers reads the same.

use words::Words;

use super::Kind;

/// What will happen, and what will not.
pub(super) fn follows(w: &Words, kind: Kind) -> Vec<&'static str> {
    match kind {
        Kind::AddParty => vec![w.joint_follows_party_empty(), w.joint_follows_party_must()],
        Kind::MustAgree => vec![w.joint_follows_must(), w.joint_follows_advises(), w.joint_follows_stands()],
        Kind::Rename => vec![w.joint_follows_rename()],
        Kind::Terms => vec![w.joint_follows_terms()],
        Kind::Zone => vec![w.joint_follows_zone()],
        Kind::Neutral => vec![w.joint_follows_neutral_asked(), w.joint_follows_neutral_reads()],
        Kind::EndNeutral => vec![w.joint_follows_end_neutral()],
        Kind::OpenPage => {
            vec![w.joint_follows_page_shows(), w.joint_follows_page_hides(), w.joint_follows_page_names()]
        }
        Kind::ClosePage => vec![w.joint_follows_page_closed()],
        Kind::Pause => {
            vec![w.joint_follows_pause_seats(), w.joint_follows_pause_writes(), w.joint_follows_pause_ends()]
        }
        Kind::Resume => vec![w.joint_follows_resume()],
        Kind::Close => {
            vec![w.joint_follows_close_seats(), w.joint_follows_close_record(), w.joint_follows_close_final()]
        }
        Kind::Return => vec![w.joint_follows_return()],
        // These are proposed on their own pages, which show what they are about.
        Kind::AgreeCatalogue
        | Kind::PublishLesson
        | Kind::AdoptStructure
        | Kind::GiveUpGoal
        | Kind::CloseCycle
        | Kind::ShareUp
        | Kind::ShowAll
        | Kind::Redact => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use words::Lang;

    use super::*;

    #[test]
    fn every_act_that_is_proposed_from_the_list_says_what_follows() {
        for lang in Lang::ALL {
            let w = Words::new(*lang);
            for kind in Kind::ALL {
                let says = follows(&w, *kind);
                let own_page = kind.has_own_page() && *kind != Kind::Return;
                assert_eq!(says.is_empty(), own_page, "{} in {lang:?}", kind.code());
            }
        }
    }
}
