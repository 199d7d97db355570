//! What each kind of joint act is called.

use words::Words;

use super::Kind;

impl Kind {
    /// What it is called where it can be proposed, and in the record.
    pub fn name(self, w: &Words) -> &'static str {
        match self {
            Self::AddParty => w.joint_kind_add_party(),
            Self::MustAgree => w.joint_kind_must_agree(),
            Self::Rename => w.joint_kind_rename(),
            Self::Terms => w.joint_kind_terms(),
            Self::Zone => w.joint_kind_zone(),
            Self::Neutral => w.joint_kind_neutral(),
            Self::EndNeutral => w.joint_kind_end_neutral(),
            Self::OpenPage => w.joint_kind_open_page(),
            Self::ClosePage => w.joint_kind_close_page(),
            Self::Pause => w.joint_kind_pause(),
            Self::Resume => w.joint_kind_resume(),
            Self::Close => w.joint_kind_close(),
            Self::Return => w.joint_kind_return(),
            Self::AgreeCatalogue => w.joint_kind_agree_catalogue(),
            Self::PublishLesson => w.joint_kind_publish_lesson(),
            Self::AdoptStructure => w.joint_kind_adopt_structure(),
            Self::GiveUpGoal => w.joint_kind_give_up_goal(),
            Self::CloseCycle => w.joint_kind_close_cycle(),
            Self::ShareUp => w.joint_kind_share_up(),
            Self::ShowAll => w.joint_kind_show_all(),
            Self::Redact => w.joint_kind_redact(),
        }
    }
}
