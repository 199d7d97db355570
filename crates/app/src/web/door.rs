//! The door that speaks TLS. Whoever knocks in plain HTTP is told so in one line and let go.

use std::time::Duration;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio_rustls::TlsAcceptor;
use tokio_rustls::server::TlsStream;
use tracing::debug;

const WORDS: &str = "This address speaks HTTPS only. Put https:// before it.\n";

/// The encrypted stream; none where no handshake came about in time.
pub(super) async fn open(
    tls: &TlsAcceptor,
    stream: TcpStream,
    within: Duration,
) -> Option<TlsStream<TcpStream>> {
    let opened = tokio::time::timeout(within, async {
        if speaks_plainly(&stream).await? {
            turn_away(stream).await?;
            return Ok(None);
        }
        tls.accept(stream).await.map(Some)
    });
    match opened.await {
        Ok(Ok(opened)) => opened,
        Ok(Err(error)) => {
            debug!(%error, "no TLS handshake");
            None
        }
        Err(_) => {
            debug!("no TLS handshake in time");
            None
        }
    }
}

/// A handshake begins with the byte 22, a request of HTTP with the capital letter of its method.
async fn speaks_plainly(stream: &TcpStream) -> std::io::Result<bool> {
    let mut first = [0];
    Ok(stream.peek(&mut first).await? == 1 && first[0].is_ascii_uppercase())
}

/// Answers and hangs up. What was sent is read first: closing over unread bytes resets the connection, and the
/// answer with it.
async fn turn_away(mut stream: TcpStream) -> std::io::Result<()> {
    let length = WORDS.len();
    let answer = format!(
        "HTTP/1.1 400 Bad Request\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: {length}\r\n\
         Connection: close\r\n\r\n{WORDS}"
    );
    stream.write_all(answer.as_bytes()).await?;
    stream.shutdown().await?;
    let mut rest = stream.take(64 * 1024);
    tokio::io::copy(&mut rest, &mut tokio::io::sink()).await?;
    debug!("plain HTTP at the door that speaks TLS");
    Ok(())
}
