//! Files that are made in the browser, and a file that the visitor has chosen. No server sees them.

use crate::platform::clock::iso_today;
use gloo::file::ObjectUrl;
use js_sys::{Array, Promise, Uint8Array, encode_uri_component};
use std::cell::RefCell;
use std::collections::VecDeque;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, CanvasRenderingContext2d, File, FilePropertyBag, HtmlAnchorElement, HtmlCanvasElement,
    HtmlImageElement, HtmlInputElement,
};

/// Pixels of a picture for each unit of the drawing.
const PIXELS: u32 = 2;

/// Addresses of so many files stay valid: a browser may begin to read a file some time after the
/// click that saves it.
const VALID: usize = 4;

/// The kind of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// A table as text.
    Csv,
    /// A workbook.
    Xlsx,
    /// Data.
    Json,
    /// A drawing.
    Svg,
    /// A picture.
    Png,
}

impl FileKind {
    /// The end of the file's name.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }

    fn mime_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv;charset=utf-8",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Json => "application/json",
            Self::Svg => "image/svg+xml",
            Self::Png => "image/png",
        }
    }
}

/// A file to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewFile {
    /// Its kind.
    pub kind: FileKind,
    /// The beginning of its name; day and extension follow.
    pub name: String,
    /// Its bytes; of a picture those of the SVG that it shows.
    pub content: Vec<u8>,
}

/// Why a file was not made or not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileError {
    /// The browser refused to make the file.
    NotMade,
    /// The browser could not turn the drawing into a picture.
    NotDrawn,
    /// The chosen file could not be read.
    NotRead,
}

thread_local! {
    static ADDRESSES: RefCell<VecDeque<ObjectUrl>> = RefCell::default();
}

/// A file of these parts, each a `Blob` or an array of bytes.
pub(super) fn file(kind: FileKind, name: &str, part: &JsValue) -> Result<File, FileError> {
    let options = FilePropertyBag::new();
    options.set_type(kind.mime_type());
    File::new_with_blob_sequence_and_options(&Array::of1(part), name, &options)
        .map_err(|_| FileError::NotMade)
}

/// Draws an SVG as a PNG.
async fn picture(svg: &[u8]) -> Result<JsValue, JsValue> {
    let document = web_sys::window().and_then(|window| window.document());
    let document = document.ok_or(JsValue::NULL)?;
    let image = HtmlImageElement::new()?;
    let data = encode_uri_component(&String::from_utf8_lossy(svg));
    image.set_src(&["data:image/svg+xml;charset=utf-8,", &String::from(data)].concat());
    JsFuture::from(image.decode()).await?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
    canvas.set_width(image.width() * PIXELS);
    canvas.set_height(image.height() * PIXELS);
    let drawing = canvas.get_context("2d")?.ok_or(JsValue::NULL)?;
    let drawing: CanvasRenderingContext2d = drawing.unchecked_into();
    let (width, height) = (f64::from(canvas.width()), f64::from(canvas.height()));
    drawing.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)?;
    let made = Promise::new(&mut |resolve, reject| {
        if let Err(error) = canvas.to_blob_with_type(&resolve, FileKind::Png.mime_type()) {
            // Settling a promise does not fail.
            let _ = reject.call1(&JsValue::NULL, &error);
        }
    });
    let blob = JsFuture::from(made).await?;
    if blob.is_null() { Err(blob) } else { Ok(blob) }
}

/// A name of letters, digits and hyphens; a hyphen stands for everything between them.
fn safe_name(name: &str) -> String {
    let mut safe = String::new();
    let mut replaced = false;
    for letter in name.chars() {
        let plain = letter.is_ascii_alphanumeric() || letter == '-';
        if plain || !replaced {
            safe.push(if plain { letter } else { '-' });
        }
        replaced = !plain;
    }
    safe
}

/// Makes a file.
///
/// # Errors
/// The picture could not be drawn, or the browser refused the file.
pub async fn make(new: &NewFile) -> Result<File, FileError> {
    let part = if new.kind == FileKind::Png {
        picture(&new.content)
            .await
            .map_err(|_| FileError::NotDrawn)?
    } else {
        Uint8Array::from(&*new.content).into()
    };
    let safe = safe_name(&new.name);
    let name = format!("{safe}-{}.{}", iso_today(), new.kind.extension());
    file(new.kind, &name, &part)
}

/// Lets the browser save a file.
///
/// # Errors
/// The file could not be made.
pub async fn save(new: NewFile) -> Result<(), FileError> {
    let file = make(&new).await?;
    let document = web_sys::window().and_then(|window| window.document());
    let link = document.and_then(|document| document.create_element("a").ok());
    let link: HtmlAnchorElement = link.ok_or(FileError::NotMade)?.unchecked_into();
    link.set_download(&file.name());
    let address = ObjectUrl::from(Blob::from(file));
    link.set_href(&address);
    link.click();
    ADDRESSES.with_borrow_mut(|addresses| {
        addresses.truncate(VALID - 1);
        addresses.push_front(address);
    });
    Ok(())
}

/// Reads the beginning of the file that is chosen in a field, and clears the field, so that the same
/// file can be chosen again.
///
/// # Errors
/// There is no file, or it cannot be read.
pub async fn read_chosen(field: &HtmlInputElement, most_bytes: i32) -> Result<String, FileError> {
    let file = field.files().and_then(|files| files.get(0));
    let start = file.and_then(|file| file.slice_with_i32_and_i32(0, most_bytes).ok());
    let start = start.ok_or(FileError::NotRead)?;
    let text = JsFuture::from(start.text()).await;
    let text = text.map_err(|_| FileError::NotRead)?;
    field.set_value("");
    text.as_string().ok_or(FileError::NotRead)
}
