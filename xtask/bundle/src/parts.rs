//! Splits a linked program where `#[wasm_split(NAME)]` says so. A part is called NAME; what several
//! parts share, and main does not need, becomes a part of its own, called "NAME.OTHER".

use crate::glue;
use anyhow::{Context, Result, anyhow, ensure};
use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::Path;

/// The script by which the main part fetches the others. It and the glue import each other.
pub const LINK: &str = "link.js";
/// Where the parts go.
const PARTS: &str = "parts";

/// Writes the parts into the folder, and the script that fetches them; returns the main part.
pub fn split(linked: &[u8], folder: &Path) -> Result<Vec<u8>> {
    let main = folder.join("main.wasm");
    let link = format!("./{LINK}");
    let glue = format!("./{}", glue::FILE);
    let mut options = wasm_split_cli_support::Options::new(linked);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.link_name = &link;
    options.main_module = &glue;
    options.emit_dwarf = false;
    let split = wasm_split_cli_support::transform(options)
        .map_err(|report| anyhow!("the program cannot be split: {report:?}"))?;
    let mut script = fs::read_to_string(folder.join(LINK))?;
    fs::create_dir_all(folder.join(PARTS))?;
    let names = names(&split.prefetch_map);
    for file in &split.split_modules {
        let stem = file.file_stem().and_then(|stem| stem.to_str());
        let stem = stem.context("a part without a name")?;
        let quoted = format!("\"./{stem}.wasm\"");
        let Some(name) = names.get(stem) else {
            // An empty part is written too, and never fetched.
            ensure!(!script.contains(&quoted), "{stem} is nobody's part");
            continue;
        };
        let place = folder.join(PARTS).join(format!("{name}.wasm"));
        ensure!(!place.exists(), "two parts are called {name}");
        fs::rename(file, place)?;
        script = script.replace(&quoted, &format!("\"./{name}.wasm\""));
    }
    fs::write(folder.join(LINK), glue::careful_link(&script)?)?;
    Ok(fs::read(&main)?)
}

/// What each written part is called: after all that fetch it, in the order of the alphabet.
fn names(fetched_by: &HashMap<String, Vec<String>>) -> BTreeMap<&str, String> {
    let mut parts: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (part, files) in fetched_by {
        for file in files {
            parts.entry(file).or_default().push(part);
        }
    }
    let name = |mut all: Vec<&str>| {
        all.sort_unstable();
        all.join(".")
    };
    parts
        .into_iter()
        .map(|(file, all)| (file, name(all)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::names;
    use std::collections::HashMap;

    #[test]
    fn what_is_shared_is_called_after_all_that_share_it() {
        let list = |files: &[&str]| files.iter().map(|file| (*file).to_owned()).collect();
        let fetched_by = HashMap::from([
            ("screen".to_owned(), list(&["chunk_4", "split_screen"])),
            ("panels".to_owned(), list(&["chunk_4", "split_panels"])),
        ]);
        let names = names(&fetched_by);
        assert_eq!(
            names.get("chunk_4").map(String::as_str),
            Some("panels.screen")
        );
        assert_eq!(
            names.get("split_panels").map(String::as_str),
            Some("panels")
        );
    }
}
