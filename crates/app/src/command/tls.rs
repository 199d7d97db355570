//! The certificate and the key that `serve` reads at its start. Whatever is wrong with either is told in
//! words that name the file, before the database is touched.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, bail};
use rustls_pki_types::pem::PemObject;
use rustls_pki_types::{CertificateDer, PrivateKeyDer, pem};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::{Error, ServerConfig};

use super::Setup;

/// What speaks TLS for us, if the setup names a certificate.
pub(super) fn acceptor(setup: &Setup) -> anyhow::Result<Option<TlsAcceptor>> {
    let (Some(cert), Some(key)) = (&setup.tls_cert, &setup.tls_key) else { return Ok(None) };
    let (chain, secret) = (chain(cert)?, secret(key)?);
    let built = ServerConfig::builder().with_no_client_auth().with_single_cert(chain, secret);
    let mut config = built.map_err(|error| match error {
        Error::InconsistentKeys(_) => anyhow::anyhow!(
            "the key {} does not belong to the certificate {} (the server's own certificate comes first in its file)",
            key.display(),
            cert.display()
        ),
        other => anyhow::anyhow!(
            "the certificate {} and the key {} cannot be used: {other}",
            cert.display(),
            key.display()
        ),
    })?;
    config.alpn_protocols = vec![b"h2".to_vec(), b"http/1.1".to_vec()];
    Ok(Some(TlsAcceptor::from(Arc::new(config))))
}

/// The server's certificate, then those that vouch for it.
fn chain(file: &Path) -> anyhow::Result<Vec<CertificateDer<'static>>> {
    let found: Vec<_> = CertificateDer::pem_slice_iter(&read("the certificate", file)?)
        .collect::<Result<_, _>>()
        .with_context(|| format!("the certificate {} is damaged", file.display()))?;
    if found.is_empty() {
        bail!("{} holds no certificate; it must be PEM, with BEGIN CERTIFICATE in it", file.display());
    }
    Ok(found)
}

fn secret(file: &Path) -> anyhow::Result<PrivateKeyDer<'static>> {
    PrivateKeyDer::from_pem_slice(&read("the key", file)?).map_err(|error| match error {
        pem::Error::NoItemsFound => anyhow::anyhow!(
            "{} holds no key that can be used; it must be PEM, with BEGIN PRIVATE KEY in it, and without a password",
            file.display()
        ),
        other => anyhow::anyhow!("the key {} is damaged: {other}", file.display()),
    })
}

fn read(what: &str, file: &Path) -> anyhow::Result<Vec<u8>> {
    std::fs::read(file).with_context(|| format!("{what} {} cannot be read", file.display()))
}
