//! How an install is set up: what `serve` was told by its flags, the environment or the file.

use std::net::SocketAddr;

use crate::web::limits::Limits;

/// What kind of running this is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// The real thing.
    Serve,
    /// The sample district, with one-click sign-in and mails shown on a page.
    Demo,
}

/// Where mail goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Post {
    /// Stays in the outbox, where the demo shows it and a test reads it.
    Outbox,
    /// An SMTP server: `smtp://user:password@host:587`, `smtps://…`, or `smtp://127.0.0.1:2525` for plain.
    Smtp(String),
}

/// The settings every part of the house may read.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Serve or demo.
    pub mode: Mode,
    /// The address people type, without a slash at the end: links in mail are made from it, and no
    /// other `Host` is answered.
    pub base_url: String,
    /// Where it listens.
    pub listen: SocketAddr,
    /// Where mail goes.
    pub post: Post,
    /// The sender of mail.
    pub mail_from: String,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<ipnet::IpNet>,
    /// Where the source of this very version can be had (AGPL, section 13).
    pub source_url: String,
    /// Whom people can write to for help; empty while nobody has said.
    pub contact: String,
    /// Whoever sends this token may read `/metrics`; without one nobody may.
    pub metrics_token: Option<String>,
    /// How much a node takes on at once.
    pub limits: Limits,
}

impl Settings {
    /// Whether people reach it over TLS, and cookies may be bound to it.
    pub fn secure(&self) -> bool {
        self.base_url.starts_with("https://")
    }

    /// The demo's banner, one-click sign-in and shown mails: nowhere else.
    pub fn demo(&self) -> bool {
        self.mode == Mode::Demo
    }

    /// The host and port of [`Settings::base_url`].
    pub fn authority(&self) -> &str {
        self.base_url.split_once("://").map_or(self.base_url.as_str(), |(_, rest)| rest)
    }

    /// What tests and the demo start from.
    pub fn local(mode: Mode) -> Self {
        Self {
            mode,
            base_url: "http://127.0.0.1:8080".into(),
            listen: SocketAddr::from(([127, 0, 0, 1], 8080)),
            post: Post::Outbox,
            mail_from: "Concord <concord@localhost>".into(),
            trusted_proxies: Vec::new(),
            source_url: String::new(),
            contact: String::new(),
            metrics_token: None,
            limits: Limits::default(),
        }
    }
}
