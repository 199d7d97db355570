//! A mail server for tests, just large enough to take a letter from a real client over a real socket.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// See the module. It stops taking letters when dropped.
pub struct Smtp {
    letters: Arc<Mutex<Vec<String>>>,
    greeted: Arc<AtomicUsize>,
    work: tokio::task::JoinHandle<()>,
}

/// An address where nobody listens, yet.
pub async fn vacant() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    listener.local_addr().expect("an address")
}

impl Smtp {
    /// Listens there.
    pub async fn at(address: SocketAddr) -> Self {
        let listener = TcpListener::bind(address).await.expect("the port is free");
        let letters: Arc<Mutex<Vec<String>>> = Arc::default();
        let greeted: Arc<AtomicUsize> = Arc::default();
        let (kept, count) = (letters.clone(), greeted.clone());
        let work = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                count.fetch_add(1, Ordering::Relaxed);
                tokio::spawn(converse(stream, kept.clone()));
            }
        });
        Self { letters, greeted, work }
    }

    /// How many connections were opened.
    pub fn greeted(&self) -> usize {
        self.greeted.load(Ordering::Relaxed)
    }

    /// The letters that came, as they were on the wire.
    pub fn letters(&self) -> Vec<String> {
        self.letters.lock().expect("the letters").clone()
    }
}

impl Drop for Smtp {
    fn drop(&mut self) {
        self.work.abort();
    }
}

/// One conversation (RFC 5321, as far as a client that sends one letter goes).
async fn converse(stream: TcpStream, letters: Arc<Mutex<Vec<String>>>) -> std::io::Result<()> {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    write.write_all(b"220 test\r\n").await?;
    while let Some(line) = lines.next_line().await? {
        let verb = line.split_whitespace().next().unwrap_or("").to_ascii_uppercase();
        match verb.as_str() {
            "DATA" => {
                write.write_all(b"354 go on\r\n").await?;
                let mut letter = String::new();
                while let Some(line) = lines.next_line().await?.filter(|line| line != ".") {
                    letter.push_str(&line);
                    letter.push('\n');
                }
                letters.lock().expect("the letters").push(letter);
                write.write_all(b"250 taken\r\n").await?;
            }
            "QUIT" => return write.write_all(b"221 bye\r\n").await,
            _ => write.write_all(b"250 well\r\n").await?,
        }
    }
    Ok(())
}
