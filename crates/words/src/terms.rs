//! What a partnership calls the employees' organization and the head of its schools. The words are
//! settable, because in ten states bargaining is optional and in seven it is not lawful.

use super::Words;

/// What the employees' organization is called.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug, Default)]
pub enum Union {
    /// "Association".
    #[default]
    Association,
    /// "Union".
    Union,
    /// "Employee council", where there is no bargaining.
    Council,
}

/// What the head of the schools is called.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug, Default)]
pub enum Head {
    /// "Superintendent".
    #[default]
    Superintendent,
    /// "Head of schools".
    HeadOfSchools,
    /// "Director".
    Director,
}

/// The terms of one partnership.
#[derive(Copy, Clone, PartialEq, Eq, Hash, Debug, Default)]
pub struct Terms {
    /// For the employees' organization.
    pub union: Union,
    /// For the head of the schools.
    pub head: Head,
}

impl Union {
    /// Every choice.
    pub const ALL: &'static [Union] = &[Union::Association, Union::Council, Union::Union];

    /// The word in the table.
    pub fn code(self) -> &'static str {
        match self {
            Union::Association => "association",
            Union::Union => "union",
            Union::Council => "council",
        }
    }
}

impl Head {
    /// Every choice.
    pub const ALL: &'static [Head] = &[Head::Director, Head::HeadOfSchools, Head::Superintendent];

    /// The word in the table.
    pub fn code(self) -> &'static str {
        match self {
            Head::Superintendent => "superintendent",
            Head::HeadOfSchools => "head-of-schools",
            Head::Director => "director",
        }
    }
}

impl Terms {
    /// The terms of two words in the table; the usual ones where a word is not known.
    pub fn from_codes(union: &str, head: &str) -> Self {
        Self {
            union: Union::ALL.iter().copied().find(|u| u.code() == union).unwrap_or_default(),
            head: Head::ALL.iter().copied().find(|h| h.code() == head).unwrap_or_default(),
        }
    }
}

impl Words {
    /// `{ $union }`: "association".
    pub fn term_union(&self) -> &'static str {
        match self.terms.union {
            Union::Association => self.term_association(),
            Union::Union => self.term_the_word_union(),
            Union::Council => self.term_council(),
        }
    }

    /// `{ $union-the }`: "the association".
    pub fn term_union_the(&self) -> &'static str {
        match self.terms.union {
            Union::Association => self.term_association_the(),
            Union::Union => self.term_the_word_union_the(),
            Union::Council => self.term_council_the(),
        }
    }

    /// `{ $head }`: "superintendent".
    pub fn term_head(&self) -> &'static str {
        match self.terms.head {
            Head::Superintendent => self.term_superintendent(),
            Head::HeadOfSchools => self.term_head_of_schools(),
            Head::Director => self.term_director(),
        }
    }

    /// `{ $head-the }`: "the superintendent".
    pub fn term_head_the(&self) -> &'static str {
        match self.terms.head {
            Head::Superintendent => self.term_superintendent_the(),
            Head::HeadOfSchools => self.term_head_of_schools_the(),
            Head::Director => self.term_director_the(),
        }
    }
}
