//! Copy.
impl crate::Db {
    /// Copies.
    ///
    /// # Errors
    /// Always, for now.
    pub async fn copy_into(&self, _: &crate::Db, _: &[&str], _: impl FnMut(&str, u64)) -> Result<Vec<(String, u64)>, crate::Error> {
        Err(crate::Error::Address("not yet".into()))
    }
}
