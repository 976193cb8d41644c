//! A small server of a folder, under the page's strict policy: for who has no Trunk.

use anyhow::{Context, Result};
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

/// What the calculator's own pages must run under.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; connect-src 'self'; img-src 'self' data:; manifest-src 'self'; \
    worker-src 'self'; frame-src 'self'";

/// Longest request line and headers that are read.
const MOST: u64 = 16 << 10;

/// Answers until it is interrupted.
pub fn serve(listener: &TcpListener, folder: &Path) -> Result<()> {
    for stream in listener.incoming() {
        let stream = stream.context("the connection broke off")?;
        let folder = folder.to_owned();
        // A browser that goes away in the middle is no news.
        thread::spawn(move || drop(answer(&stream, &folder)));
    }
    Ok(())
}

fn answer(mut stream: &TcpStream, folder: &Path) -> std::io::Result<()> {
    // Browsers open connections ahead of need.
    stream.set_read_timeout(Some(Duration::from_secs(30)))?;
    let mut lines = BufReader::new(stream.take(MOST)).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    // The browser waits for its headers to be read.
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let mut words = request.split(' ');
    let (method, path) = (words.next(), words.next().unwrap_or_default());
    let file = place(path).map(|place| folder.join(place));
    let content = file.as_deref().map(fs::read);
    let (status, kind, body) = match (method, &file, content) {
        (Some("GET" | "HEAD"), Some(file), Some(Ok(content))) => ("200 OK", kind(file), content),
        (Some("GET" | "HEAD"), ..) => ("404 Not Found", TEXT, b"no such file".to_vec()),
        _ => ("405 Method Not Allowed", TEXT, Vec::new()),
    };
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\
         Content-Security-Policy: {POLICY}\r\nCache-Control: no-cache\r\n\
         X-Content-Type-Options: nosniff\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    if method == Some("GET") {
        stream.write_all(&body)?;
    }
    stream.flush()
}

/// Where the file of an address lies in the folder; nothing if that is outside.
fn place(address: &str) -> Option<PathBuf> {
    let path = address.split(['?', '#']).next()?.strip_prefix('/')?;
    let inside = path
        .split('/')
        .all(|part| !part.starts_with('.') && !part.contains(['\\', '%', ':']));
    let file = if path.is_empty() || path.ends_with('/') {
        format!("{path}index.html")
    } else {
        path.to_owned()
    };
    inside.then(|| PathBuf::from(file))
}

const TEXT: &str = "text/plain; charset=utf-8";

fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => TEXT,
    }
}

#[cfg(test)]
mod tests {
    use super::{kind, place};
    use std::path::{Path, PathBuf};

    #[test]
    fn an_address_names_a_file_of_the_folder() {
        assert_eq!(place("/"), Some(PathBuf::from("index.html")));
        assert_eq!(place("/?lang=ru"), Some(PathBuf::from("index.html")));
        assert_eq!(place("/a/b.js?1"), Some(PathBuf::from("a/b.js")));
    }

    #[test]
    fn no_address_leads_out_of_the_folder() {
        for address in [
            "/../x",
            "/a/../../x",
            "/%2e%2e/x",
            "/.git/config",
            "x",
            "/c:\\x",
        ] {
            assert_eq!(place(address), None, "{address}");
        }
    }

    #[test]
    fn browsers_are_told_the_type_that_they_insist_on() {
        assert_eq!(kind(Path::new("a-1.wasm")), "application/wasm");
        assert_eq!(kind(Path::new("en.core-1.txt")), super::TEXT);
    }
}
