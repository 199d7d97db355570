//! Takes letters to the SMTP server of the settings, over connections that are kept: a hundred sign-in
//! codes in the morning are not a hundred greetings and handshakes.

use std::sync::OnceLock;
use std::time::Duration;

use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message, MultiPart, SinglePart};
use lettre::transport::smtp::PoolConfig;
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};

use super::store::Kept;
use crate::settings::Post;
use crate::site::Site;

/// A mail server that does not answer within this is away.
const PATIENCE: Duration = Duration::from_secs(20);
/// A connection nobody used for so long is closed: many servers close theirs after a minute.
const KEPT: Duration = Duration::from_secs(30);

/// The way to the mail server, made with the first letter.
#[derive(Debug, Default)]
pub struct Mailer(OnceLock<AsyncSmtpTransport<Tokio1Executor>>);

impl Mailer {
    fn to(&self, server: &str) -> anyhow::Result<&AsyncSmtpTransport<Tokio1Executor>> {
        if let Some(open) = self.0.get() {
            return Ok(open);
        }
        let hands = u32::try_from(crate::jobs::AT_ONCE).unwrap_or(1);
        let pool = PoolConfig::new().max_size(hands).idle_timeout(KEPT);
        let made = AsyncSmtpTransport::<Tokio1Executor>::from_url(server)?
            .timeout(Some(PATIENCE))
            .pool_config(pool)
            .build();
        Ok(self.0.get_or_init(|| made))
    }
}

pub(super) async fn send(site: &Site, letter: &Kept, way_out: Option<&str>) -> anyhow::Result<()> {
    let Post::Smtp(server) = &site.settings.post else { return Ok(()) };
    site.mailer.to(server)?.send(message(site, letter, way_out)?).await?;
    Ok(())
}

/// The letter as it goes over the wire. The Message-ID is the letter's own id, so that a letter sent
/// twice after a crash is known as one by the mail programs that look.
fn message(site: &Site, letter: &Kept, way_out: Option<&str>) -> anyhow::Result<Message> {
    let host = site.settings.authority().split(':').next().unwrap_or("localhost");
    let to = Mailbox::new(
        Some(one_line(&letter.to_name)).filter(|name| !name.is_empty()),
        letter.to_address.parse()?,
    );
    let builder = Message::builder()
        .from(site.settings.mail_from.parse()?)
        .to(to)
        .subject(one_line(&letter.subject))
        .message_id(Some(format!("<{}@{host}>", letter.id)));
    let mut message = match &letter.calendar {
        None => builder.header(ContentType::TEXT_PLAIN).body(letter.body.clone())?,
        // Beside the words rather than attached: so calendars offer to take it in.
        Some(file) => {
            let method = file.lines().find_map(|line| line.strip_prefix("METHOD:")).unwrap_or("REQUEST");
            let kind = format!("text/calendar; charset=utf-8; method={}", method.trim());
            let invitation = SinglePart::builder().header(ContentType::parse(&kind)?).body(file.clone());
            let both = MultiPart::alternative().singlepart(SinglePart::plain(letter.body.clone()));
            builder.multipart(both.singlepart(invitation))?
        }
    };
    // Asks out-of-office robots not to answer.
    let name = HeaderName::new_from_ascii("Auto-Submitted".to_owned())?;
    message.headers_mut().insert_raw(HeaderValue::new(name, "auto-generated".to_owned()));
    // One press in the mail program stops letters of this kind (RFC 8058).
    if let Some(way_out) = way_out {
        for (name, value) in [
            ("List-Unsubscribe", format!("<{}>", one_line(way_out))),
            ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned()),
        ] {
            let name = HeaderName::new_from_ascii(name.to_owned())?;
            message.headers_mut().insert_raw(HeaderValue::new(name, value));
        }
    }
    Ok(message)
}

/// Headers are one line each, whatever somebody's name holds.
fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect::<String>().trim().to_owned()
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::settings::{Mode, Settings};
    use crate::site::Moment;

    #[test]
    fn an_address_cannot_smuggle_a_header() {
        let letter = Kept {
            id: Uuid::nil(),
            to_address: "ana@example.org\r\nBcc: all@example.org".into(),
            to_name: "Ana".into(),
            subject: "Hello".into(),
            body: "Hello".into(),
            secret: false,
            created_at: Moment(0),
            calendar: None,
        };
        assert!(letter.to_address.parse::<lettre::Address>().is_err());
        assert!(Settings::local(Mode::Serve).mail_from.parse::<Mailbox>().is_ok());
    }
}
