//! Encryption to PostgreSQL, as the address asks with `sslmode` and `sslrootcert`.

use std::sync::Arc;

use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};

use crate::Error;

/// Takes `sslmode` and `sslrootcert` out of the address, as far as the driver does not know them, and gives what they ask
/// for. Whoever asks for encryption gets a checked certificate too: `require` means what libpq calls `verify-full`.
pub(super) fn asked(url: &str) -> Result<(String, Option<ClientConfig>), Error> {
    let (base, query) = url.split_once('?').unwrap_or((url, ""));
    let (mut mode, mut roots, mut rest) = ("disable", None, Vec::new());
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        match pair.split_once('=') {
            Some(("sslmode", asked)) => mode = asked,
            Some(("sslrootcert", path)) => roots = Some(path.replace("%2F", "/")),
            _ => rest.push(pair),
        }
    }
    let driver = match mode {
        "disable" => return Ok((join(base, &rest), None)),
        "prefer" => "sslmode=prefer",
        "require" | "verify-ca" | "verify-full" => "sslmode=require",
        other => {
            return Err(Error::Address(format!(
                "sslmode={other} is none of disable, prefer, require, verify-full"
            )));
        }
    };
    rest.push(driver);
    Ok((join(base, &rest), Some(client(roots.as_deref())?)))
}

fn join(base: &str, pairs: &[&str]) -> String {
    if pairs.is_empty() { base.to_owned() } else { format!("{base}?{}", pairs.join("&")) }
}

fn client(roots: Option<&str>) -> Result<ClientConfig, Error> {
    let trusted = match roots {
        Some(path) => read(path)?,
        None => RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() },
    };
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| Error::Address(error.to_string()))?;
    Ok(config.with_root_certificates(trusted).with_no_client_auth())
}

fn read(path: &str) -> Result<RootCertStore, Error> {
    let unusable = |error: String| Error::Address(format!("sslrootcert {path}: {error}"));
    let mut store = RootCertStore::empty();
    for certificate in CertificateDer::pem_file_iter(path).map_err(|error| unusable(error.to_string()))? {
        let certificate = certificate.map_err(|error| unusable(error.to_string()))?;
        store.add(certificate).map_err(|error| unusable(error.to_string()))?;
    }
    if store.is_empty() { Err(unusable("holds no certificate".into())) } else { Ok(store) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encryption_is_as_the_address_asks() {
        let plain = "postgres://u@h/d?options=-csearch_path%3Dx";
        for (url, driver, encrypted) in [
            ("postgres://u@h/d".to_owned(), "postgres://u@h/d".to_owned(), false),
            (plain.to_owned(), plain.to_owned(), false),
            (format!("{plain}&sslmode=disable"), plain.to_owned(), false),
            (format!("{plain}&sslmode=verify-full"), format!("{plain}&sslmode=require"), true),
        ] {
            let (address, tls) = asked(&url).unwrap();
            assert_eq!((address, tls.is_some()), (driver, encrypted), "{url}");
        }
        assert!(asked("postgres://u@h/d?sslmode=maybe").is_err());
        assert!(asked("postgres://u@h/d?sslmode=require&sslrootcert=/absent").is_err());
    }
}
