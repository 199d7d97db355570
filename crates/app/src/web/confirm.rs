//! The page before an act that others will see and that is hard to undo: it says what will happen, and has one button
//! that does it and one way back.

use askama::Template;
use words::Words;

use super::{Form, Page};

/// What the page says and where its form goes. The act it asks about is done by the form alone.
#[derive(Debug, Template)]
#[template(path = "web/confirm.html")]
pub struct Confirm {
    page: Page,
    w: Words,
    form: Form,
    /// What it is about, in the words of whoever wrote it; empty for none.
    what: String,
    says: Vec<String>,
    action: String,
    fields: Vec<(&'static str, String)>,
    reason: Option<String>,
    days: bool,
    button: String,
    back: String,
}

impl Confirm {
    /// A page that sends to `action` and leads back to `back`.
    pub fn new(page: Page, w: Words, form: Form, action: String, back: String) -> Self {
        Self {
            page,
            w,
            form,
            what: String::new(),
            says: Vec::new(),
            action,
            fields: Vec::new(),
            reason: None,
            days: false,
            button: String::new(),
            back,
        }
    }

    /// What it is about, by its name.
    pub fn about(mut self, what: impl Into<String>) -> Self {
        self.what = what.into();
        self
    }

    /// One more thing that will happen.
    pub fn says(mut self, sentence: impl Into<String>) -> Self {
        self.says.push(sentence.into());
        self
    }

    /// A hidden field.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.fields.push((name, value.into()));
        self
    }

    /// Asks for a reason, in the field `reason`.
    pub fn reason(mut self, label: impl Into<String>) -> Self {
        self.reason = Some(label.into());
        self
    }

    /// Asks how many days the others have, in the field `days`.
    pub fn days(mut self) -> Self {
        self.days = true;
        if self.form.value("days").is_empty() {
            self.form = self.form.with("days", agreement::joint::USUAL_DAYS.to_string());
        }
        self
    }

    /// What the button says.
    pub fn button(mut self, button: impl Into<String>) -> Self {
        self.button = button.into();
        self
    }
}
