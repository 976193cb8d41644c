//! Delivers a lead: to the page, by the visitor's mail program, or to an address of the owner.

use crate::event::Offer;
use crate::platform::{detail, offer};
use js_sys::{Array, JsString, Reflect, Uint32Array, encode_uri_component};
use std::fmt;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlAnchorElement, HtmlElement, RequestInit, Response, UrlSearchParams};

/// How a lead was delivered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// The page has taken it.
    Taken,
    /// It is a message in the visitor's mail program, who has to send it.
    Mail,
    /// The owner's address has accepted it.
    Posted,
}

/// Why a lead was not delivered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeadError {
    /// The page did not take it, and there is no address.
    NoAddress,
    /// The address has answered with this status.
    Status(String, u16),
    /// The address cannot be reached; the browser says why.
    Unreachable(String, String),
}

impl fmt::Display for LeadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoAddress => f.write_str(
                "nobody took it: the page has to call preventDefault, or the config to say where it goes",
            ),
            Self::Status(address, status) => write!(f, "{address}: {status}"),
            Self::Unreachable(address, why) => write!(f, "{address}: {why}"),
        }
    }
}

/// A random number for a lead, in hexadecimal. Not `randomUUID`: pages without TLS do not have it.
#[must_use]
pub fn new_id() -> String {
    let numbers = Uint32Array::new_with_length(4);
    if let Some(Ok(crypto)) = web_sys::window().map(|window| window.crypto()) {
        // Browsers refuse only arrays of other types and of more than 65,536 bytes.
        let _ = crypto.get_random_values_with_array_buffer_view(&numbers);
    }
    let numbers = numbers.to_vec();
    let parts: Vec<String> = numbers.iter().map(|part| format!("{part:x}")).collect();
    parts.join("-")
}

/// Opens a message in the visitor's mail program.
fn open_mail(element: &HtmlElement, to: &str, summary: &str) -> Option<()> {
    let encode = |text: &str| String::from(encode_uri_component(text));
    let subject = encode(summary.lines().next().unwrap_or_default());
    let body = encode(&summary.replace('\n', "\r\n"));
    let joint = if to.contains('?') { "&" } else { "?" };
    let root = element.shadow_root()?;
    let link = element.owner_document()?.create_element("a").ok()?;
    let link: HtmlAnchorElement = link.unchecked_into();
    link.set_href(&[to, joint, "subject=", &subject, "&body=", &body].concat());
    link.set_hidden(true);
    root.append_child(&link).ok()?;
    link.click();
    link.remove();
    Some(())
}

/// Sends the fields of a lead as a form.
async fn post(to: &str, offered: &Offer) -> Result<Response, JsValue> {
    let body = UrlSearchParams::new()?;
    for (name, field) in offered.fields() {
        let text: JsString = Array::of1(&detail::value(field)).join("");
        body.append(name, &String::from(text));
    }
    let request = RequestInit::new();
    request.set_method("POST");
    request.set_body(&body);
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let response = JsFuture::from(window.fetch_with_str_and_init(to, &request)).await?;
    Ok(response.unchecked_into())
}

fn reason(error: &JsValue) -> String {
    let message = Reflect::get(error, &"message".into()).ok();
    message
        .and_then(|message| message.as_string())
        .unwrap_or_default()
}

/// Offers a lead to the page; where it does not take it, sends it to the address of the config.
///
/// # Errors
/// Nobody has taken it.
pub async fn deliver(
    element: &HtmlElement,
    offered: &Offer,
    to: &str,
) -> Result<Delivery, LeadError> {
    if offer::is_taken(element, offered) {
        return Ok(Delivery::Taken);
    }
    if to.is_empty() {
        return Err(LeadError::NoAddress);
    }
    if to.starts_with("mailto:") {
        let summary = match offered {
            Offer::Lead(lead) => &*lead.summary,
            Offer::Share { url, .. } => url,
        };
        // The element has its shadow root as long as it is shown.
        let _ = open_mail(element, to, summary);
        return Ok(Delivery::Mail);
    }
    match post(to, offered).await {
        Ok(response) if response.ok() => Ok(Delivery::Posted),
        Ok(response) => Err(LeadError::Status(to.to_owned(), response.status())),
        Err(error) => Err(LeadError::Unreachable(to.to_owned(), reason(&error))),
    }
}
