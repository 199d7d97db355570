//! How an install is set up, wherever the settings come from: command line, environment, file, default.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use clap::Args;
use serde::Deserialize;

use crate::settings::{Mode, Post, Settings};

/// The settings of `serve`. The same names stand in the TOML file, with `_` for `-`.
#[derive(Debug, Clone, Default, Args, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Setup {
    /// A TOML file with the settings below.
    #[arg(long, env = "CONCORD_CONFIG", value_name = "FILE")]
    #[serde(skip)]
    pub config: Option<PathBuf>,
    /// Where to listen [default: 127.0.0.1:8080].
    #[arg(long, env = "CONCORD_LISTEN", value_name = "ADDR")]
    pub listen: Option<SocketAddr>,
    /// The database: sqlite:PATH or postgres://USER:PASSWORD@HOST/NAME [default: sqlite:data/concord.db].
    #[arg(long, env = "CONCORD_DATABASE", value_name = "URL", hide_env_values = true)]
    pub database: Option<String>,
    /// The address people type, such as `https://concord.example.org` [default: `http://LISTEN`].
    #[arg(long, env = "CONCORD_BASE_URL", value_name = "URL")]
    pub base_url: Option<String>,
    /// A certificate chain (PEM), to speak TLS without a proxy.
    #[arg(long, env = "CONCORD_TLS_CERT", value_name = "FILE")]
    pub tls_cert: Option<PathBuf>,
    /// The certificate's key (PEM).
    #[arg(long, env = "CONCORD_TLS_KEY", value_name = "FILE")]
    pub tls_key: Option<PathBuf>,
    /// A proxy that speaks TLS for us and whose X-Forwarded-For is believed; may be repeated.
    #[arg(long, env = "CONCORD_TRUSTED_PROXY", value_name = "CIDR", value_delimiter = ',')]
    #[serde(default)]
    pub trusted_proxy: Vec<ipnet::IpNet>,
    /// Listen without TLS on an address that others can reach. Passwords then cross the network in clear.
    #[arg(long, env = "CONCORD_INSECURE_HTTP")]
    #[serde(default)]
    pub insecure_http: bool,
    /// The mail server: smtp://USER:PASSWORD@HOST:587?tls=required, smtps://…, or smtp://HOST:25. Without it letters stay in the outbox.
    #[arg(long, env = "CONCORD_MAIL", value_name = "URL", hide_env_values = true)]
    pub mail: Option<String>,
    /// The sender of letters: "Concord <concord@example.org>".
    #[arg(long, env = "CONCORD_MAIL_FROM", value_name = "ADDRESS")]
    pub mail_from: Option<String>,
    /// Where the source of this very version can be had; shown in the foot of every page.
    #[arg(long, env = "CONCORD_SOURCE_URL", value_name = "URL")]
    pub source_url: Option<String>,
    /// Whom people can write to for help, as the page /help shows it: "Ana Ruiz, help@example.org, 555 0100".
    #[arg(long, env = "CONCORD_CONTACT", value_name = "WORDS")]
    pub contact: Option<String>,
    /// Let whoever sends "Authorization: Bearer TOKEN" read /metrics, for Prometheus. Without it there is no such page.
    #[arg(long, env = "CONCORD_METRICS_TOKEN", value_name = "TOKEN", hide_env_values = true)]
    pub metrics_token: Option<String>,
}

/// What a setup without further words opens.
pub const DATABASE: &str = "sqlite:data/concord.db";
const LISTEN: SocketAddr = SocketAddr::new(std::net::IpAddr::V4(std::net::Ipv4Addr::LOCALHOST), 8080);

impl Setup {
    /// Fills what was not said from the file.
    pub fn complete(self) -> anyhow::Result<Self> {
        let beside = Path::new("concord.toml");
        let file = match &self.config {
            Some(named) => Some(named.clone()),
            None => beside.exists().then(|| beside.to_owned()),
        };
        let Some(file) = file else { return Ok(self) };
        let text = std::fs::read_to_string(&file).with_context(|| format!("reading {}", file.display()))?;
        let below: Self = toml::from_str(&text).with_context(|| format!("in {}", file.display()))?;
        Ok(self.over(below))
    }

    /// These settings, and the ones below where these say nothing.
    fn over(self, below: Self) -> Self {
        let proxies = if self.trusted_proxy.is_empty() { below.trusted_proxy } else { self.trusted_proxy };
        Self {
            config: self.config,
            listen: self.listen.or(below.listen),
            database: self.database.or(below.database),
            base_url: self.base_url.or(below.base_url),
            tls_cert: self.tls_cert.or(below.tls_cert),
            tls_key: self.tls_key.or(below.tls_key),
            trusted_proxy: proxies,
            insecure_http: self.insecure_http || below.insecure_http,
            mail: self.mail.or(below.mail),
            mail_from: self.mail_from.or(below.mail_from),
            source_url: self.source_url.or(below.source_url),
            contact: self.contact.or(below.contact),
            metrics_token: self.metrics_token.or(below.metrics_token),
        }
    }

    /// The database's address.
    pub fn database(&self) -> &str {
        self.database.as_deref().unwrap_or(DATABASE)
    }

    /// The settings the house reads, or why it may not be set up so.
    pub fn settings(&self) -> anyhow::Result<Settings> {
        let listen = self.listen.unwrap_or(LISTEN);
        if self.tls_cert.is_some() != self.tls_key.is_some() {
            bail!(
                "a certificate needs its key, and a key its certificate: give --tls-cert and --tls-key together"
            );
        }
        let tls = self.tls_cert.is_some();
        let open = !listen.ip().is_loopback() && !tls && self.trusted_proxy.is_empty();
        if open && !self.insecure_http {
            bail!(
                "{listen} can be reached by others, and nothing encrypts the way there. Give --tls-cert and \
                 --tls-key, or name your proxy with --trusted-proxy, or say --insecure-http if you know"
            );
        }
        let scheme = if tls { "https" } else { "http" };
        let base_url = self.base_url.clone().unwrap_or_else(|| format!("{scheme}://{listen}"));
        let plain = base_url.trim_end_matches('/');
        if !(plain.starts_with("https://") || plain.starts_with("http://")) || plain.matches('/').count() != 2
        {
            bail!("the base URL {base_url:?} must be http:// or https://, a host, and nothing after it");
        }
        let local = Settings::local(Mode::Serve);
        Ok(Settings {
            mode: Mode::Serve,
            base_url: plain.to_owned(),
            listen,
            post: self.mail.clone().map_or(Post::Outbox, Post::Smtp),
            mail_from: self.mail_from.clone().unwrap_or(local.mail_from),
            trusted_proxies: self.trusted_proxy.clone(),
            source_url: self.source_url.clone().unwrap_or(local.source_url),
            contact: self.contact.clone().unwrap_or(local.contact),
            metrics_token: self.metrics_token.clone().filter(|token| !token.is_empty()),
            limits: local.limits,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn listening(address: &str) -> Setup {
        Setup { listen: Some(address.parse().unwrap()), ..Setup::default() }
    }

    #[test]
    fn a_plain_listener_that_others_reach_is_refused_until_somebody_says_they_know() {
        assert!(listening("0.0.0.0:80").settings().is_err());
        assert!(listening("127.0.0.1:80").settings().is_ok());
        assert!(listening("[::1]:80").settings().is_ok());
        let known = Setup { insecure_http: true, ..listening("0.0.0.0:80") };
        assert!(known.settings().is_ok());
        let behind = Setup { trusted_proxy: vec!["10.0.0.0/8".parse().unwrap()], ..listening("0.0.0.0:80") };
        assert!(behind.settings().is_ok());
    }

    #[test]
    fn half_a_pair_of_certificate_and_key_is_no_encryption() {
        for half in ["tls_cert = \"a.pem\"", "tls_key = \"a.key\""] {
            let half: Setup = toml::from_str(half).unwrap();
            assert!(half.over(listening("0.0.0.0:443")).settings().is_err());
        }
    }

    #[test]
    fn the_command_line_stands_over_the_file() {
        let file: Setup = toml::from_str("listen = \"127.0.0.1:1\"\nmail_from = \"a@b.example\"").unwrap();
        let both = listening("127.0.0.1:2").over(file);
        assert_eq!(both.listen.unwrap().port(), 2);
        assert_eq!(both.mail_from.as_deref(), Some("a@b.example"));
    }

    #[test]
    fn an_unknown_name_in_the_file_is_an_error_and_not_a_silence() {
        assert!(toml::from_str::<Setup>("lisen = \"127.0.0.1:1\"").is_err());
    }

    #[test]
    fn a_base_url_with_a_path_is_refused() {
        for bad in ["concord.example.org", "https://a.example/b", "ftp://a.example"] {
            let setup = Setup { base_url: Some(bad.into()), ..Setup::default() };
            assert!(setup.settings().is_err(), "{bad}");
        }
    }
}
