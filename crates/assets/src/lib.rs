//! The client, inside the program: stylesheet, script and icon, bundled from `web/` when this crate is built, each also
//! compressed. A file's name holds its content's hash, so a browser may keep it for ever.

#[cfg(test)]
mod budgets;
#[cfg(test)]
mod contrast;

/// One file of the client.
#[derive(Debug)]
pub struct Asset {
    /// Its name, `app-3F2A91CD.css`.
    pub name: &'static str,
    /// For the `Content-Type` header.
    pub content_type: &'static str,
    /// As it is.
    pub bytes: &'static [u8],
    /// For a browser that accepts `gzip`.
    pub gzip: Option<&'static [u8]>,
    /// For a browser that accepts `br`.
    pub br: Option<&'static [u8]>,
}

include!(concat!(env!("OUT_DIR"), "/embedded.rs"));

/// The file of this name (`app-3F2A91CD.css`), if the client has it.
pub fn find(name: &str) -> Option<&'static Asset> {
    ALL.iter().find(|asset| asset.name == name)
}
