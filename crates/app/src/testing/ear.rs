//! Hears what the program logs while a test runs on this thread.

/// Everything logged while this thread holds the ear.
#[derive(Debug, Clone, Default)]
pub struct Ear(std::sync::Arc<std::sync::Mutex<Vec<u8>>>);

impl std::io::Write for Ear {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("an ear").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Ear {
    /// Listens to this thread until dropped, to what `serve` logs by itself.
    pub fn open(&self) -> tracing::subscriber::DefaultGuard {
        let ear = self.clone();
        let logs = tracing_subscriber::fmt().with_max_level(tracing::Level::INFO).with_ansi(false);
        tracing::subscriber::set_default(logs.with_writer(move || ear.clone()).finish())
    }

    /// What was heard.
    pub fn heard(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().expect("an ear")).into_owned()
    }
}
