//! Puts the script that collects a page's errors into every page that is served.

use axum::body::{Body, to_bytes};
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};

/// The path at which a site serves it.
pub(crate) const PATH: &str = "/collect-errors.js";

const SCRIPT: &str = include_str!("collect.js");

/// The script.
pub(crate) fn script() -> Response {
    let javascript = HeaderValue::from_static("text/javascript");
    ([(CONTENT_TYPE, javascript)], SCRIPT).into_response()
}

/// A page with the script before everything else of it.
pub(crate) fn with_script(html: &str) -> String {
    let tag = format!("<script src=\"{PATH}\"></script>");
    let place = ["<head>", "<!doctype html>"]
        .iter()
        .find_map(|mark| Some(html.find(mark)? + mark.len()))
        .unwrap_or(0);
    let (before, after) = html.split_at(place);
    format!("{before}{tag}{after}")
}

/// An answer as it is, but for a page.
pub(crate) async fn into_page(response: Response) -> Response {
    let kind = response.headers().get(CONTENT_TYPE);
    let is_page = kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if !is_page || !response.status().is_success() {
        return response;
    }
    let (mut head, body) = response.into_parts();
    let bytes = to_bytes(body, 1 << 20).await.unwrap_or_default();
    let html = with_script(&String::from_utf8_lossy(&bytes));
    head.headers.remove(CONTENT_LENGTH);
    Response::from_parts(head, Body::from(html))
}
