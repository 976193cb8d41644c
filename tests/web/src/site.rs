//! A real web server for the built files, under the strict policy.

use std::collections::HashMap;
use std::fs::read_dir;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_SECURITY_POLICY,
    CONTENT_TYPE, IF_MODIFIED_SINCE, IF_NONE_MATCH,
};
use axum::http::{HeaderValue, Method, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{Html, IntoResponse, Response};
use serde_json::Value;
use tokio::net::TcpListener;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::Notify;
use tower_http::services::ServeDir;

use crate::{collect, guide};

/// The policy under which the calculator's own pages must run.
pub const STRICT_POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    connect-src 'self'; img-src 'self' data:; manifest-src 'self'; worker-src 'self'; report-uri /csp-report";

/// What the configurator may do beyond that: show the calculator in a frame.
const CONFIGURATOR_MAY: &str = "; frame-src 'self'";

/// The files are served here too, since they must not mind where they lie.
const SUB_PATH: &str = "/any/sub/path";

/// How a request goes wrong.
#[derive(Clone, Copy, Debug)]
pub enum Failure {
    /// 404.
    NotFound,
    /// 500.
    ServerError,
    /// 200 with a page of HTML, as some hosts answer for a missing file.
    HtmlInstead,
    /// The file under a type that says nothing.
    OtherType,
    /// The first half of the file.
    Damaged,
}

/// A server on a port of its own, so an origin of its own: storage and caches
/// start empty. It stops when dropped.
pub struct Site {
    address: SocketAddr,
    folder: PathBuf,
    ledger: Arc<Ledger>,
    _runtime: Option<Runtime>,
}

/// What is asked of the server, and what it answers out of the ordinary.
#[derive(Default)]
struct Ledger {
    requests: Mutex<Vec<String>>,
    reports: Mutex<Vec<Value>>,
    posted: Mutex<Vec<String>>,
    failures: Mutex<Vec<(String, Failure)>>,
    held: Mutex<Vec<String>>,
    released: Notify,
    pages: Mutex<HashMap<String, String>>,
    cross_origin: Mutex<bool>,
    without_policy: Mutex<bool>,
    headers: Mutex<Vec<(String, &'static str, &'static str)>>,
}

impl Site {
    /// Serves `dist/` at `/` and at `/any/sub/path/`.
    pub fn start() -> Self {
        let dist = guide::dist();
        assert!(
            dist.join("index.html").is_file(),
            "there is no dist/index.html: run `cargo xtask build` first"
        );
        Self::serving(dist)
    }

    /// Serves any folder in the same way.
    pub fn serving(folder: impl Into<PathBuf>) -> Self {
        let folder = folder.into();
        let files = ServeDir::new(&folder);
        let ledger = Arc::new(Ledger::default());
        let router = Router::new()
            .nest_service(SUB_PATH, files.clone())
            .fallback_service(files)
            .layer(from_fn_with_state(Arc::clone(&ledger), answer));
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .enable_io()
            .build()
            .expect("a runtime starts");
        let socket = runtime
            .block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, 0)))
            .expect("a port of 127.0.0.1 is free");
        let address = socket.local_addr().expect("a bound socket has an address");
        runtime.spawn(async { axum::serve(socket, router).await });
        Self {
            address,
            folder,
            ledger,
            _runtime: Some(runtime),
        }
    }

    /// A server that runs already, which tells us nothing of what it is asked for.
    pub(crate) fn elsewhere(address: SocketAddr) -> Self {
        Self {
            address,
            folder: PathBuf::new(),
            ledger: Arc::default(),
            _runtime: None,
        }
    }

    /// Its port.
    pub(crate) fn port(&self) -> u16 {
        self.address.port()
    }

    /// Allows pages of any other origin to use the files.
    #[must_use]
    pub fn cross_origin(self) -> Self {
        *lock(&self.ledger.cross_origin) = true;
        self
    }

    /// Without any policy.
    #[must_use]
    pub fn without_policy(self) -> Self {
        *lock(&self.ledger.without_policy) = true;
        self
    }

    /// From now on every file that fits a pattern, as for [`Site::fail`], has this header too; so do
    /// pages of a host.
    pub fn header(&self, pattern: &str, name: &'static str, value: &'static str) {
        lock(&self.ledger.headers).push((pattern.to_owned(), name, value));
    }

    /// The address of a path that starts with `/`.
    pub fn address(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// The names of the files served, in order.
    pub fn files(&self) -> Vec<String> {
        let entries = read_dir(&self.folder).expect("the folder can be read");
        let name = |entry: std::io::Result<std::fs::DirEntry>| {
            let entry = entry.expect("the folder can be read");
            entry.file_name().to_string_lossy().into_owned()
        };
        let mut names: Vec<_> = entries.map(name).collect();
        names.sort();
        names
    }

    /// Adds a page of a host, or its config: a page has no policy unless its HTML brings one.
    pub fn host_page(&self, path: &str, html: impl Into<String>) {
        lock(&self.ledger.pages).insert(path.to_owned(), html.into());
    }

    /// From now on every file fails that fits a pattern: what its name begins with, or what it
    /// begins and ends with, as in `worker-*.js`. Names carry hashes.
    pub fn fail(&self, pattern: &str, failure: Failure) {
        lock(&self.ledger.failures).push((pattern.to_owned(), failure));
    }

    /// From now on nothing fails.
    pub fn recover(&self) {
        lock(&self.ledger.failures).clear();
    }

    /// From now on whoever asks for a file that fits a pattern waits until all are released.
    pub fn hold(&self, pattern: &str) {
        lock(&self.ledger.held).push(pattern.to_owned());
    }

    /// Answers all that wait for a file that fits this very pattern.
    pub fn release(&self, pattern: &str) {
        lock(&self.ledger.held).retain(|held| held != pattern);
        self.ledger.released.notify_waiters();
    }

    /// Every path asked for so far, with its query, in order.
    pub fn requests(&self) -> Vec<String> {
        lock(&self.ledger.requests).clone()
    }

    /// How often files were asked for that fit a pattern.
    pub fn asked_for(&self, pattern: &str) -> usize {
        let fits = |path: &&String| fits(path, pattern);
        self.requests().iter().filter(fits).count()
    }

    /// The bodies of all forms that were posted, to whatever path.
    pub fn posted(&self) -> Vec<String> {
        lock(&self.ledger.posted).clone()
    }

    /// The violations of the policy that browsers have reported so far.
    pub fn reports(&self) -> Vec<Value> {
        lock(&self.ledger.reports).clone()
    }
}

/// Whether the name of the file at a path fits a pattern.
fn fits(path: &str, pattern: &str) -> bool {
    let path = path.split('?').next().unwrap_or(path);
    let name = path.rsplit('/').next().unwrap_or(path);
    let (start, end) = pattern.split_once('*').unwrap_or((pattern, ""));
    name.starts_with(start) && name.ends_with(end)
}

impl Ledger {
    fn holds(&self, path: &str) -> bool {
        lock(&self.held).iter().any(|pattern| fits(path, pattern))
    }

    async fn until_released(&self, path: &str) {
        loop {
            let released = self.released.notified();
            if !self.holds(path) {
                return;
            }
            released.await;
        }
    }

    fn failure(&self, path: &str) -> Option<Failure> {
        let failures = lock(&self.failures);
        let found = failures.iter().find(|(pattern, _)| fits(path, pattern));
        found.map(|&(_, failure)| failure)
    }
}

async fn answer(State(ledger): State<Arc<Ledger>>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let mut response = plain_answer(&ledger, &path, request, next).await;
    for (pattern, name, value) in lock(&ledger.headers).iter() {
        if fits(&path, pattern) {
            let value = HeaderValue::from_static(value);
            response.headers_mut().insert(*name, value);
        }
    }
    response
}

async fn plain_answer(ledger: &Ledger, path: &str, mut request: Request, next: Next) -> Response {
    if path == collect::PATH {
        return collect::script();
    }
    if path == "/csp-report" {
        let body = to_bytes(request.into_body(), 1 << 20)
            .await
            .unwrap_or_default();
        lock(&ledger.reports).push(serde_json::from_slice(&body).unwrap_or_default());
        return StatusCode::NO_CONTENT.into_response();
    }
    lock(&ledger.requests).push(request.uri().to_string());
    ledger.until_released(path).await;
    if request.method() == Method::POST {
        if ledger.failure(path).is_some() {
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        }
        let body = to_bytes(request.into_body(), 1 << 20)
            .await
            .unwrap_or_default();
        lock(&ledger.posted).push(String::from_utf8_lossy(&body).into_owned());
        return StatusCode::NO_CONTENT.into_response();
    }
    let page = lock(&ledger.pages).get(path).cloned();
    if let Some(json) = page.as_ref().filter(|_| path.ends_with(".json")) {
        return ([(CONTENT_TYPE, "application/json")], json.clone()).into_response();
    }
    if let Some(html) = page {
        return Html(collect::with_script(&html)).into_response();
    }
    let failure = ledger.failure(path);
    if failure.is_some() {
        // A port may have been another site's, whose good file the browser still has.
        request.headers_mut().remove(IF_MODIFIED_SINCE);
        request.headers_mut().remove(IF_NONE_MATCH);
    }
    let mut response = match failure {
        Some(Failure::NotFound) => StatusCode::NOT_FOUND.into_response(),
        Some(Failure::ServerError) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
        Some(Failure::HtmlInstead) => {
            Html("<!doctype html><title>Home</title><p>Not what you asked for").into_response()
        }
        Some(Failure::OtherType) => {
            let mut response = next.run(request).await;
            let any = HeaderValue::from_static("application/octet-stream");
            response.headers_mut().insert(CONTENT_TYPE, any);
            response
        }
        Some(Failure::Damaged) => {
            let (mut head, body) = next.run(request).await.into_parts();
            let whole = to_bytes(body, 1 << 24).await.unwrap_or_default();
            head.headers.remove(CONTENT_LENGTH);
            let half = whole.slice(..whole.len() / 2);
            Response::from_parts(head, Body::from(half))
        }
        None => collect::into_page(next.run(request).await).await,
    };
    let headers = response.headers_mut();
    if !*lock(&ledger.without_policy) {
        let more = if fits(path, "configurator.html") {
            CONFIGURATOR_MAY
        } else {
            ""
        };
        let policy = HeaderValue::from_str(&format!("{STRICT_POLICY}{more}"));
        headers.insert(CONTENT_SECURITY_POLICY, policy.expect("it is plain ASCII"));
    }
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    if *lock(&ledger.cross_origin) {
        headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    }
    response
}

/// A test that panicked while it held the lock must not hide its own message.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
