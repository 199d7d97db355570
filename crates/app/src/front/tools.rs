//! "More tools": everything beyond the menu, each with when to use it. A tool shows only where the
//! program has its page and the seat has a use for it.

use askama::Template;
use axum::extract::Path;
use uuid::Uuid;
use words::Words;

use crate::access::{Right, Seat};
use crate::features;
use crate::people::partnership::State;
use crate::web::{Ask, Page, Reply, show};

/// A tool: its page below the partnership, its name, when to use it, and what a seat must be allowed.
struct Tool {
    page: &'static str,
    name: &'static str,
    when: &'static str,
    right: Right,
    /// Whether a draft has a use for it.
    in_draft: bool,
}

/// Tools under a heading.
struct Shelf {
    name: &'static str,
    tools: Vec<Tool>,
}

#[derive(Template)]
#[template(path = "front/tools.html")]
struct Tools {
    page: Page,
    w: Words,
    shelves: Vec<Shelf>,
}

/// The page of tools.
pub(super) async fn tools(ask: Ask, Path(id): Path<Uuid>) -> Reply {
    let mut tx = ask.look().await?;
    let seat = ask.seat(&mut tx, id).await?;
    let w = seat.words(&ask.w);
    let page = Page::new(&ask, w.tools_title()).within(&seat);
    show(&Tools { page, shelves: for_seat(&w, &seat), w })
}

fn for_seat(w: &Words, seat: &Seat) -> Vec<Shelf> {
    let draft = seat.partnership().state == State::Draft;
    let mut shelves = all(w);
    for shelf in &mut shelves {
        shelf.tools.retain(|tool| {
            seat.could(tool.right)
                && (tool.in_draft || !draft)
                && features::has_page(&format!("/p/{{partnership}}/{}", tool.page))
        });
    }
    shelves.retain(|shelf| !shelf.tools.is_empty());
    shelves
}

fn all(w: &Words) -> Vec<Shelf> {
    let tool = |page, name, when, right, in_draft| Tool { page, name, when, right, in_draft };
    use Right::{Export, Invite, Leave, ReadRecord, See, Withdraw};
    vec![
        Shelf {
            name: w.front_prepare(),
            tools: vec![
                tool("readiness", w.tools_readiness(), w.tools_readiness_when(), See, true),
                tool("case", w.tools_case(), w.tools_case_when(), See, true),
                tool("partners", w.tools_partners(), w.tools_partners_when(), See, true),
                tool("goals", w.tools_goals(), w.tools_goals_when(), See, false),
                tool("commitment", w.tools_commitment(), w.tools_commitment_when(), See, true),
            ],
        },
        Shelf {
            name: w.front_act(),
            tools: vec![
                tool("teams", w.tools_teams(), w.tools_teams_when(), See, false),
                tool("projects", w.tools_projects(), w.tools_projects_when(), See, false),
                tool("support", w.tools_support(), w.tools_support_when(), See, false),
                tool("meetings", w.tools_meetings(), w.tools_meetings_when(), See, false),
                tool("decisions", w.tools_decisions(), w.tools_decisions_when(), See, false),
                tool("actions", w.tools_actions(), w.tools_actions_when(), See, false),
            ],
        },
        Shelf {
            name: w.front_reflect(),
            tools: vec![
                tool("catalogue", w.tools_catalogue(), w.tools_catalogue_when(), See, false),
                tool("lessons", w.tools_lessons(), w.tools_lessons_when(), See, false),
                tool("lasting", w.tools_lasting(), w.tools_lasting_when(), See, false),
                tool("cycle", w.tools_cycle(), w.tools_cycle_when(), See, false),
            ],
        },
        Shelf {
            name: w.tools_house(),
            tools: vec![
                tool("invite", w.tools_invite(), w.tools_invite_when(), Invite, true),
                tool("joint", w.tools_joint(), w.tools_joint_when(), See, false),
                tool("sharing", w.tools_sharing(), w.tools_sharing_when(), See, false),
                tool("crisis", w.tools_crisis(), w.tools_crisis_when(), See, false),
                tool("record", w.tools_record(), w.tools_record_when(), ReadRecord, true),
                tool("export", w.tools_export(), w.tools_export_when(), Export, true),
                tool("withdraw", w.tools_withdraw(), w.tools_withdraw_when(), Withdraw, true),
                tool("leave", w.tools_leave(), w.tools_leave_when(), Leave, true),
            ],
        },
    ]
}

#[cfg(test)]
mod tests {
    use words::Lang;

    use super::*;

    #[test]
    fn no_tool_stands_on_two_shelves_and_each_says_when_to_use_it() {
        let shelves = all(&Words::new(Lang::En));
        let tools: Vec<&Tool> = shelves.iter().flat_map(|shelf| &shelf.tools).collect();
        for tool in &tools {
            assert_eq!(tools.iter().filter(|other| other.page == tool.page).count(), 1, "{}", tool.page);
            assert!(tool.when.starts_with("Use this when "), "{}: {}", tool.page, tool.when);
        }
    }
}
