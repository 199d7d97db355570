//! Fist to five: an answer is a number of fingers, from a fist (0, "I cannot go along") to five ("I will
//! lead it"). The words for each are the partnership's own; the rules know only the number.

/// How many fingers somebody shows, 0 to 5.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fist(u8);

impl Fist {
    /// Every answer, from the fist to all five.
    pub const ALL: [Self; 6] = [Self(0), Self(1), Self(2), Self(3), Self(4), Self(5)];

    /// The threshold unless the question says otherwise: three fingers, "I can live with it".
    pub const USUAL_THRESHOLD: Self = Self(3);

    /// So many fingers; none if there are no such hands.
    pub fn new(fingers: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|fist| fist.0 == fingers)
    }

    /// How many fingers.
    pub fn fingers(self) -> u8 {
        self.0
    }

    /// Whether this may be a threshold: a fist supports nothing, so "at least a fist" would ask nothing.
    pub fn can_be_threshold(self) -> bool {
        self.0 > 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hand_has_five_fingers_and_more_fingers_are_more_support() {
        assert_eq!(Fist::new(5).map(Fist::fingers), Some(5));
        assert_eq!(Fist::new(6), None);
        assert!(Fist::ALL.is_sorted());
        assert!(!Fist::ALL[0].can_be_threshold() && Fist::ALL[1].can_be_threshold());
    }
}
