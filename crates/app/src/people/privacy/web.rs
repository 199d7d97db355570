//! One page for everybody, signed in or not.

use askama::Template;
use words::Words;

use crate::access::Policy;
use crate::web::routes::Routes;
use crate::web::{Ask, Page, Reply, show};

/// See the module.
pub fn routes() -> Routes {
    Routes::new().get("/privacy", Policy::Public, privacy)
}

#[derive(Template)]
#[template(path = "people/privacy/privacy.html")]
struct Privacy {
    page: Page,
    w: Words,
}

async fn privacy(ask: Ask) -> Reply {
    show(&Privacy { page: Page::new(&ask, ask.w.privacy_title()), w: ask.w })
}
