//! How the program is tested: the whole of it in one process on either engine, and a browser without
//! JavaScript that finds fields by their labels and buttons by their words.

mod browser;
#[cfg(test)]
mod ear;
#[cfg(test)]
mod house;
#[cfg(test)]
pub mod scene;
#[cfg(test)]
mod schema;
mod settled;
pub mod smtp;
mod store;
#[cfg(test)]
mod sweep;
#[cfg(test)]
mod tests;
mod town;

pub use browser::Browser;
#[cfg(test)]
pub use ear::Ear;
pub use settled::{Seated, Settled};
pub use town::Town;

/// Writes one story twice: `name::sqlite` and `name::postgres`.
#[macro_export]
macro_rules! scenario {
    ($(#[$meta:meta])* $name:ident, |$town:ident| $body:block) => {
        $(#[$meta])*
        mod $name {
            #[allow(unused_imports, reason = "a story takes what it needs from the file around it")]
            use super::*;

            async fn story($town: $crate::testing::Town) $body

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                story($crate::testing::Town::on_sqlite().await).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                if let Some(town) = $crate::testing::Town::on_postgres().await {
                    story(town).await;
                }
            }
        }
    };
}
