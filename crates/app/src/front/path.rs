//! The ten steps of the three phases, and where a partnership stands on them. A step is done because
//! what it leaves behind exists and was agreed to, never because somebody ticked a box.

use words::Words;

/// A phase of the cycle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Case, partners, goals, commitment.
    Prepare,
    /// Teams, start, process, support.
    Act,
    /// Evaluate, sustain.
    Reflect,
}

/// A step of a phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Understand the case.
    P1,
    /// Identify partners.
    P2,
    /// Discover shared goals.
    P3,
    /// Commit.
    P4,
    /// Teams and functions.
    A1,
    /// Start somewhere.
    A2,
    /// Agree how you work.
    A3,
    /// Get support.
    A4,
    /// Evaluate.
    R1,
    /// Sustain and expand.
    R2,
}

impl Phase {
    /// The three, in their order.
    pub const ALL: [Self; 3] = [Self::Prepare, Self::Act, Self::Reflect];

    /// Its name and what it is about.
    pub fn say(self, w: &Words) -> (&'static str, &'static str) {
        match self {
            Self::Prepare => (w.front_prepare(), w.front_prepare_what()),
            Self::Act => (w.front_act(), w.front_act_what()),
            Self::Reflect => (w.front_reflect(), w.front_reflect_what()),
        }
    }

    /// Where its guide begins on the guide's page.
    pub fn anchor(self) -> &'static str {
        match self {
            Self::Prepare => "prepare",
            Self::Act => "act",
            Self::Reflect => "reflect",
        }
    }

    /// Its steps, in their order.
    pub fn steps(self) -> &'static [Step] {
        match self {
            Self::Prepare => &[Step::P1, Step::P2, Step::P3, Step::P4],
            Self::Act => &[Step::A1, Step::A2, Step::A3, Step::A4],
            Self::Reflect => &[Step::R1, Step::R2],
        }
    }
}

impl Step {
    /// Its code in addresses.
    pub fn code(self) -> &'static str {
        match self {
            Self::P1 => "p1",
            Self::P2 => "p2",
            Self::P3 => "p3",
            Self::P4 => "p4",
            Self::A1 => "a1",
            Self::A2 => "a2",
            Self::A3 => "a3",
            Self::A4 => "a4",
            Self::R1 => "r1",
            Self::R2 => "r2",
        }
    }

    /// The phase it belongs to.
    pub fn phase(self) -> Phase {
        match self {
            Self::P1 | Self::P2 | Self::P3 | Self::P4 => Phase::Prepare,
            Self::A1 | Self::A2 | Self::A3 | Self::A4 => Phase::Act,
            Self::R1 | Self::R2 => Phase::Reflect,
        }
    }

    /// Its name.
    pub fn name(self, w: &Words) -> &'static str {
        match self {
            Self::P1 => w.step_p1(),
            Self::P2 => w.step_p2(),
            Self::P3 => w.step_p3(),
            Self::P4 => w.step_p4(),
            Self::A1 => w.step_a1(),
            Self::A2 => w.step_a2(),
            Self::A3 => w.step_a3(),
            Self::A4 => w.step_a4(),
            Self::R1 => w.step_r1(),
            Self::R2 => w.step_r2(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_path_has_ten_steps_and_each_stands_once() {
        let all: Vec<Step> = Phase::ALL.iter().flat_map(|phase| phase.steps()).copied().collect();
        assert_eq!(all.len(), 10);
        for step in &all {
            assert_eq!(all.iter().filter(|other| *other == step).count(), 1);
            assert!(step.phase().steps().contains(step), "{step:?}");
        }
    }
}
