//! The gallery: pictures and reports in `target/gallery/`, a few of them in the repository.

use std::fs;
use std::path::Path;

/// The pictures that the guides show, in `docs/gallery/`: together less than 1.5 MB.
const SHOWN: [&str; 5] = [
    "configurator-phone-en.png",
    "first-1440-en-light.png",
    "first-390-ru-dark.png",
    "wordpress-editor.png",
    "wordpress-settings.png",
];

/// Keeps a picture or a report in the gallery.
///
/// # Panics
/// A folder cannot be written.
pub fn keep(name: &str, content: &[u8]) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut folders = vec!["target/gallery"];
    if SHOWN.contains(&name) {
        folders.push("docs/gallery");
    }
    for folder in folders {
        println!("{folder}/{name}: {} KB", content.len() / 1024);
        let folder = root.join(folder);
        fs::create_dir_all(&folder).expect("the gallery can be made");
        fs::write(folder.join(name), content).expect("the gallery can be written");
    }
}
