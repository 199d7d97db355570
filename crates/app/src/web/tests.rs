//! The walls against what a stranger may send: on a real socket where the socket is the matter, in process
//! elsewhere.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode, header};
use axum::response::Response;
use axum::routing::{get, post};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tower::ServiceExt;

use super::limits::Limits;
use super::{layers, server};
use crate::error::Error;
use crate::site::Site;
use crate::testing::{Ear, Town};

/// Limits that a test can wait for.
fn small() -> Limits {
    Limits {
        head: Duration::from_millis(300),
        body: Duration::from_millis(300),
        handler: Duration::from_secs(2),
        drain: Duration::from_secs(5),
        turn: Duration::from_millis(50),
        ..Limits::default()
    }
}

async fn town(limits: Limits) -> Town {
    Town::on_sqlite().await.set_up(|settings| settings.limits = limits)
}

/// Routes that no feature has: slow, broken, and one that reads what it is sent.
fn odd_routes() -> Router<Site> {
    let slow = || async {
        tokio::time::sleep(Duration::from_millis(600)).await;
        "slowly done"
    };
    Router::new()
        .route("/slow", get(slow).post(slow))
        .route("/stuck", get(std::future::pending::<()>))
        .route("/panics", get(|| async { panic!("a secret of the inside") as () }))
        .route("/echo", post(|body: String| async { body }))
        .route("/busy", post(|| async { Error::Busy }))
        .route("/long", get(|| async { "the same words again. ".repeat(200) }))
}

/// A node on a real socket, and how to stop it.
struct Node {
    address: SocketAddr,
    stop: watch::Sender<bool>,
    ended: tokio::task::JoinHandle<anyhow::Result<()>>,
    _town: Town,
}

impl Node {
    async fn begin(limits: Limits) -> Self {
        let town = town(limits).await;
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let (stop, stopped) = watch::channel(false);
        let (site, service) = (town.site.clone(), layers::around(&town.site, odd_routes()));
        let ended =
            tokio::spawn(async move { server::serve_these(&site, service, listener, None, stopped).await });
        Self { address, stop, ended, _town: town }
    }

    async fn connect(&self) -> TcpStream {
        TcpStream::connect(self.address).await.expect("a connection")
    }

    /// Sends these bytes and reads until the node closes; what came and how long it took.
    async fn say(&self, bytes: &[u8]) -> (String, Duration) {
        let started = Instant::now();
        let mut stream = self.connect().await;
        stream.write_all(bytes).await.expect("bytes sent");
        (heard(&mut stream).await, started.elapsed())
    }
}

async fn heard(stream: &mut TcpStream) -> String {
    let mut answer = Vec::new();
    let read = tokio::time::timeout(Duration::from_secs(8), stream.read_to_end(&mut answer)).await;
    assert!(read.is_ok(), "the node closes the connection in the end");
    String::from_utf8_lossy(&answer).into_owned()
}

const ASK: &str = "GET /slow HTTP/1.1\r\nhost: 127.0.0.1:8080\r\nconnection: close\r\n\r\n";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_client_that_sends_its_head_slowly_or_never_is_let_go() {
    let node = Node::begin(small()).await;
    let beginnings: [&[u8]; 4] =
        [b"", b"P", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"GET / HTTP/1.1\r\nhost: 127"];
    for beginning in beginnings {
        let (_, took) = node.say(beginning).await;
        assert!(took < Duration::from_secs(3), "{beginning:?} held the door for {took:?}");
    }
    assert!(node.say(ASK.as_bytes()).await.0.contains("slowly done"), "others are still answered");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_body_that_trickles_is_cut_off() {
    let node = Node::begin(small()).await;
    let head = "POST /echo HTTP/1.1\r\nhost: 127.0.0.1:8080\r\nsec-fetch-site: same-origin\r\ncontent-length: 9000\r\n\r\n_key=";
    let (answer, took) = node.say(head.as_bytes()).await;
    assert!(answer.starts_with("HTTP/1.1 400") && took < Duration::from_secs(3), "{took:?}: {answer}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn more_connections_than_the_cap_wait_and_are_not_lost() {
    let node = Node::begin(Limits { connections: 3, head: Duration::from_secs(2), ..small() }).await;
    let idle = [node.connect().await, node.connect().await, node.connect().await];
    let waiting = node.say(ASK.as_bytes());
    let early = tokio::time::timeout(Duration::from_millis(900), waiting).await;
    assert!(early.is_err(), "a fourth connection is not served while three stand");
    drop(idle);
    assert!(node.say(ASK.as_bytes()).await.0.contains("slowly done"), "room again when they leave");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_stop_lets_what_is_in_hand_finish_and_takes_nothing_new() {
    let node = Node::begin(small()).await;
    let mut in_hand = node.connect().await;
    in_hand.write_all(ASK.as_bytes()).await.expect("bytes sent");
    tokio::time::sleep(Duration::from_millis(200)).await;
    node.stop.send(true).expect("a node that listens");
    assert!(heard(&mut in_hand).await.contains("slowly done"), "the answer in hand came whole");
    tokio::time::timeout(Duration::from_secs(3), node.ended)
        .await
        .expect("an end")
        .expect("no panic")
        .expect("well");
    assert!(TcpStream::connect(node.address).await.is_err(), "the door is shut");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_node_full_of_connections_still_stops() {
    let node = Node::begin(Limits { connections: 1, drain: Duration::from_millis(100), ..small() }).await;
    let _only = node.connect().await;
    tokio::time::sleep(Duration::from_millis(50)).await;
    node.stop.send(true).expect("a node that listens");
    assert!(tokio::time::timeout(Duration::from_secs(3), node.ended).await.is_ok());
}

/// One request in process to the odd routes.
async fn ask(town: &Town, request: Request<Body>) -> (StatusCode, HeaderMap, String) {
    let service = layers::around(&town.site, odd_routes());
    read(service.oneshot(request).await.expect("an answer")).await
}

async fn read(response: Response) -> (StatusCode, HeaderMap, String) {
    let (parts, body) = response.into_parts();
    let body = to_bytes(body, usize::MAX).await.expect("a body");
    (parts.status, parts.headers, String::from_utf8_lossy(&body).into_owned())
}

fn to(path: &str) -> axum::http::request::Builder {
    Request::builder().uri(path).header("host", "127.0.0.1:8080").header("sec-fetch-site", "same-origin")
}

fn page(path: &str) -> Request<Body> {
    to(path).body(Body::empty()).expect("a request")
}

fn act(path: &str, body: impl Into<Body>) -> Request<Body> {
    to(path).method("POST").body(body.into()).expect("a request")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_body_past_the_limit_is_refused_and_one_at_it_is_not() {
    let town = town(small()).await;
    let most = super::safety::LARGEST_FORM;
    assert_eq!(ask(&town, act("/echo", "x".repeat(most))).await.0, StatusCode::OK);
    assert_eq!(ask(&town, act("/echo", "x".repeat(most + 1))).await.0, StatusCode::PAYLOAD_TOO_LARGE);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_house_asks_to_come_back_keeps_the_text_and_answers_the_monitor() {
    let town = town(Limits { reads: 1, writes: 1, ..small() }).await;
    let service = layers::around(&town.site, odd_routes().merge(super::house::routes().build().0));
    let send = |request| service.clone().oneshot(request);
    let (holds_read, holds_write) = (tokio::spawn(send(page("/slow"))), tokio::spawn(send(act("/slow", ""))));
    tokio::time::sleep(Duration::from_millis(100)).await;
    let (status, headers, _) = read(send(page("/long")).await.expect("an answer")).await;
    assert_eq!(
        (status, headers[header::RETRY_AFTER].as_bytes()),
        (StatusCode::SERVICE_UNAVAILABLE, &b"5"[..])
    );
    let (status, _, body) = read(send(act("/echo", "promise=Listen+first")).await.expect("an answer")).await;
    assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(body.contains("Listen first"), "what was typed stands on the page");
    assert_eq!(send(page("/healthz")).await.expect("an answer").status(), StatusCode::OK);
    for held in [holds_read, holds_write] {
        assert_eq!(held.await.expect("no panic").expect("an answer").status(), StatusCode::OK);
    }
    assert_eq!(send(page("/long")).await.expect("an answer").status(), StatusCode::OK, "the turn came back");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_handler_that_never_ends_is_cut_off() {
    let town = town(Limits { handler: Duration::from_millis(100), ..small() }).await;
    let (status, headers, _) = ask(&town, page("/stuck")).await;
    assert_eq!(status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(headers.contains_key(header::RETRY_AFTER));
}

#[tokio::test]
async fn a_panic_becomes_a_page_with_a_number_that_stands_in_the_log() {
    let town = town(small()).await;
    let ear = Ear::default();
    let open = ear.open();
    let (status, headers, body) = ask(&town, page("/panics")).await;
    drop(open);
    assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR);
    let number = headers["x-request-id"].to_str().expect("text");
    assert!(body.contains(number) && !body.contains("a secret of the inside"), "{body}");
    assert!(
        ear.heard().lines().any(|line| line.contains("ERROR") && line.contains(number)),
        "{}",
        ear.heard()
    );
}

#[tokio::test]
async fn the_log_of_requests_names_the_pattern_and_nothing_of_anybody() {
    let town = town(small()).await;
    let ear = Ear::default();
    let open = ear.open();
    let mine = "canary-7f3k";
    let request = to(&format!("/i/{mine}-token?next={mine}-query"))
        .header("user-agent", format!("{mine}-agent"))
        .header("x-request-id", format!("{mine}-number"))
        .header("cookie", format!("concord={mine}-session; notice={mine}-notice"))
        .body(Body::empty())
        .expect("a request");
    let response = town.service().oneshot(request).await.expect("an answer");
    drop(open);
    assert_eq!(response.status(), StatusCode::NOT_FOUND);
    assert_ne!(response.headers()["x-request-id"], format!("{mine}-number"), "the number is the house's own");
    let heard = ear.heard();
    assert!(heard.contains("/i/{token}") && heard.contains("status=404"), "{heard}");
    assert!(!heard.contains(mine), "{heard}");
}

#[tokio::test]
async fn only_what_is_the_same_for_every_stranger_is_compressed() {
    let town = town(small()).await;
    let encoded = async |cookie: &str, path: &str| {
        let request = to(path).header("accept-encoding", "gzip").header("cookie", cookie);
        let (_, headers, _) = ask(&town, request.body(Body::empty()).expect("a request")).await;
        headers.get(header::CONTENT_ENCODING).map(|v| v.to_str().expect("text").to_owned())
    };
    assert_eq!(encoded("language=en", "/long").await.as_deref(), Some("gzip"));
    assert_eq!(encoded("language=en; concord=somebody", "/long").await, None);
}

#[tokio::test]
async fn a_file_compressed_by_the_build_is_not_compressed_again() {
    let town = town(small()).await;
    for path in [assets::APP_CSS, assets::APP_JS] {
        let asset = assets::find(path.trim_start_matches("/assets/")).expect("an asset");
        let request = to(path).header("accept-encoding", "br, gzip");
        let response = town.service().oneshot(request.body(Body::empty()).expect("a request")).await;
        let response = response.expect("an answer");
        let encodings = response.headers().get_all(header::CONTENT_ENCODING).iter().count();
        let bytes = to_bytes(response.into_body(), usize::MAX).await.expect("a body");
        assert_eq!((encodings, bytes.as_ref()), (1, asset.br.expect("brotli")), "{path}");
    }
}

#[tokio::test]
async fn a_secure_site_keeps_its_cookies_and_its_readers_to_tls() {
    let town =
        Town::on_sqlite().await.set_up(|settings| settings.base_url = "https://concord.example".into());
    let request = Request::get("/language/es?next=/how").header("host", "concord.example");
    let response = town.service().oneshot(request.body(Body::empty()).expect("a request")).await;
    let response = response.expect("an answer");
    assert_eq!(response.headers()[header::STRICT_TRANSPORT_SECURITY], "max-age=31536000");
    let cookies: Vec<_> = response.headers().get_all(header::SET_COOKIE).iter().collect();
    assert!(!cookies.is_empty());
    for cookie in cookies {
        assert!(cookie.to_str().expect("text").contains("; Secure"), "{cookie:?}");
    }
    let session = super::cookies::set_session(&town.site, Some("token")).expect("a cookie");
    let session = session.to_str().expect("text");
    for flag in ["__Host-concord=", "HttpOnly", "Secure", "SameSite=Lax", "Path=/"] {
        assert!(session.contains(flag), "{flag}: {session}");
    }
}

#[tokio::test]
async fn figures_are_for_whoever_holds_the_token_and_absent_for_everybody_else() {
    let ask = async |town: &Town, held: Option<&str>| {
        let mut request = to("/metrics");
        if let Some(held) = held {
            request = request.header("authorization", held);
        }
        read(
            town.service().oneshot(request.body(Body::empty()).expect("a request")).await.expect("an answer"),
        )
        .await
    };
    let without = town(small()).await;
    assert_eq!(ask(&without, Some("Bearer ")).await.0, StatusCode::NOT_FOUND);
    let with = without.set_up(|settings| settings.metrics_token = Some("let-me-count".into()));
    super::figures::begin(&with.site).expect("counting begins");
    for wrong in [None, Some("Bearer let-me-coun"), Some("let-me-count"), Some("Basic let-me-count")] {
        assert_eq!(ask(&with, wrong).await.0, StatusCode::NOT_FOUND, "{wrong:?}");
    }
    let (status, _, figures) = ask(&with, Some("Bearer let-me-count")).await;
    assert_eq!(status, StatusCode::OK);
    assert!(figures.contains("concord_requests_total{route=\"/metrics\",status=\"404\"}"), "{figures}");
}
