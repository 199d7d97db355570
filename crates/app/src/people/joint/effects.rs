//! What an agreed joint act brings about.

use super::{JointAct, Proposal, store};
use words::Terms;

use crate::access::Seat;
use crate::error::Error;
use crate::network::sharing;
use crate::people::invitation::{self, commands::Offer};
use crate::people::partnership::{self, State};
use crate::people::{acceptance, joint, membership};
use crate::prepare::goals;
use crate::record::removal;
use crate::reflect;
use crate::site::Act;

/// Does what was agreed.
pub(super) async fn apply(
    act: &mut Act,
    seat: &Seat,
    one: &JointAct,
    state: joint::State,
) -> Result<(), Error> {
    let id = seat.partnership().id;
    match &one.proposal {
        Proposal::AddParty { party_kind, name, must_agree } => {
            membership::add_party(act, id, *party_kind, name, *must_agree).await?;
            Ok(())
        }
        Proposal::MustAgree { party, must_agree } => {
            membership::set_must_agree(act, *party, *must_agree).await?;
            // Other acts may need one answer more, or one less, from now on.
            acceptance::recompute(act, seat).await?;
            Box::pin(joint::recompute(act, seat)).await
        }
        Proposal::Rename { name } => partnership::rename(act, id, name).await,
        Proposal::Terms { union, head } => {
            partnership::set_terms(act, id, &Terms::from_codes(union, head)).await
        }
        Proposal::Zone { zone } => partnership::set_zone(act, id, zone).await,
        Proposal::Neutral { name, email, role } => {
            let offer = Offer {
                party: None,
                role: *role,
                lead: false,
                name: name.clone(),
                email: Some(email.clone()),
                message: String::new(),
                language: seat.language(),
            };
            invitation::commands::offer(act, seat, offer).await?;
            Ok(())
        }
        Proposal::EndNeutral { member } => membership::commands::end_neutral(act, seat, *member).await,
        Proposal::OpenPage => partnership::set_public(act, id, true).await,
        Proposal::ClosePage => partnership::set_public(act, id, false).await,
        Proposal::Pause => partnership::set_state(act, id, State::Paused).await,
        Proposal::Resume => partnership::set_state(act, id, State::Active).await,
        Proposal::Close => partnership::set_state(act, id, State::Ended).await,
        Proposal::Return => membership::set_returned(act, one.party).await,
        Proposal::AgreeCatalogue { catalogue, cycle, version } => {
            reflect::catalogue::commands::agreed(act, seat, *catalogue, *cycle, *version).await
        }
        Proposal::PublishLesson { lesson, version, .. } => {
            reflect::lesson::commands::publish(act, seat, *lesson, *version).await
        }
        Proposal::AdoptStructure { lasting, version, document, day, .. } => {
            reflect::lasting::commands::adopted(act, seat, *lasting, *version, document, day, one.member)
                .await
        }
        Proposal::GiveUpGoal { goal, .. } => goals::commands::given_up(act, seat, *goal).await,
        Proposal::CloseCycle { cycle, .. } => {
            reflect::cycle::commands::close(act, seat, *cycle, state == joint::State::Passed).await
        }
        Proposal::ShareUp { receiver, .. } => sharing::commands::agreed(act, seat, *receiver).await,
        Proposal::ShowAll => sharing::commands::agreed_to_show(act, seat).await,
        Proposal::Redact { hash, why, .. } => {
            let approved = store::approved(act, one.id).await?;
            removal::commands::carry_out(act, seat, hash, why, &approved).await
        }
    }
}
