#![allow(missing_docs)]
pub struct Asset{pub bytes:&'static [u8],pub gzip:Option<&'static [u8]>,pub br:Option<&'static [u8]>,pub content_type:&'static str}
pub fn find(_:&str)->Option<&'static Asset>{None}
pub fn url(_:&str)->&'static str{"/assets/x"}
