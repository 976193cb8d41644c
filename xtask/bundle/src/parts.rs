//! Splits a linked program where `#[wasm_split(NAME)]` says so. The splitter makes a file of its own of
//! what several parts share; here that is merged into the last part that all of them load before.

use anyhow::{Context, Result, anyhow, bail, ensure};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fs;
use std::path::Path;
use std::process::Command;
use wasm_encoder::{CustomSection, EntityType, ExportKind, ExportSection, ImportSection, Module};
use wasmparser::{Parser, Payload};

/// The module by which the main part imports what loads the others.
const LOADER: &str = "./parts";
/// The module by which the splitter's files import memory, table and stack pointer of the main part,
/// and the one by which what is made of them does.
const MAIN: &str = "__wasm_split";
const FIRST: &str = "first";
/// The section that says which instructions a module may use.
const FEATURES: &str = "target_features";

/// Writes the parts into the folder; returns the main part. Each part is named by its path: its name
/// after those of the parts that are loaded before it.
pub fn split(linked: &[u8], folder: &Path, paths: &[&str]) -> Result<Vec<u8>> {
    let (pieces, parts) = (folder.join("pieces"), folder.join("parts"));
    let main = folder.join("main.wasm");
    let mut options = wasm_split_cli_support::Options::new(linked);
    options.output_dir = &pieces;
    options.main_out_path = &main;
    options.link_name = LOADER;
    options.emit_dwarf = false;
    let split = wasm_split_cli_support::transform(options)
        .map_err(|report| anyhow!("the program cannot be split: {report:?}"))?;
    fs::create_dir_all(&parts)?;
    let hub = folder.join("hub.wasm");
    for (part, names) in contents(&split.prefetch_map, paths)? {
        let files: Vec<_> = names
            .iter()
            .map(|name| pieces.join(name).with_extension("wasm"))
            .collect();
        let contents = files.iter().map(fs::read).collect::<Result<Vec<_>, _>>()?;
        fs::write(&hub, one_import_each(&contents)?)?;
        let mut merge = Command::new("wasm-merge");
        merge.arg("-g").arg(&hub).arg(MAIN);
        for (file, name) in files.iter().zip(&names) {
            merge.arg(file).arg(name);
        }
        let place = parts.join(part).with_extension("wasm");
        let output = merge.arg("--output").arg(place).output();
        let output = output.context("cannot start wasm-merge")?;
        let said = String::from_utf8_lossy(&output.stderr);
        ensure!(output.status.success(), "wasm-merge, {part}: {said}");
    }
    Ok(fs::read(&main)?)
}

/// Of which files of the splitter each part is made.
fn contents<'a>(
    fetched_by: &HashMap<String, Vec<String>>,
    paths: &[&'a str],
) -> Result<BTreeMap<&'a str, BTreeSet<String>>> {
    let mut sharing: BTreeMap<&str, Option<&str>> = BTreeMap::new();
    for (part, files) in fetched_by {
        let mut fitting = paths.iter().filter(|path| name(path) == part);
        let path = fitting.next().with_context(|| {
            format!("#[wasm_split({part})]: when this part is loaded is not said in xtask")
        })?;
        for file in files {
            let shared = sharing.entry(file).or_insert(Some(path));
            *shared = shared.and_then(|other| common(other, path));
        }
    }
    let mut contents: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for (file, path) in sharing {
        let path = path.context("two parts have no part in common that is loaded before them")?;
        // As long as the caller's, not as the map above.
        let part = paths.iter().find(|known| **known == path).copied();
        let part = part.with_context(|| format!("the program has no part {path}"))?;
        contents
            .entry(name(part))
            .or_default()
            .insert(file.to_owned());
    }
    Ok(contents)
}

fn name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// How far two paths are the same.
fn common<'a>(one: &'a str, other: &str) -> Option<&'a str> {
    let steps = one.split('/').zip(other.split('/'));
    let length = steps
        .take_while(|(one, other)| one == other)
        .map(|(step, _)| step.len() + 1)
        .sum::<usize>();
    one.get(..length.checked_sub(1)?)
}

/// A module that exports once what the files import each on its own: merged with it they have one
/// memory instead of one each.
fn one_import_each(files: &[Vec<u8>]) -> Result<Vec<u8>> {
    let (mut imports, mut exports) = (ImportSection::new(), ExportSection::new());
    let (mut memories, mut tables, mut globals) = (0, 0, 0);
    let (mut seen, mut features) = (BTreeSet::new(), None);
    for file in files {
        for payload in Parser::new(0).parse_all(file) {
            let section = match payload? {
                Payload::ImportSection(section) => section,
                Payload::CustomSection(section) if section.name() == FEATURES => {
                    features = Some(section.data());
                    continue;
                }
                _ => continue,
            };
            for import in section.into_imports() {
                let import = import?;
                ensure!(import.module == MAIN, "a part imports {}", import.name);
                if !seen.insert(import.name) {
                    continue;
                }
                let what = EntityType::try_from(import.ty).map_err(|error| anyhow!("{error}"))?;
                let (kind, number) = match what {
                    EntityType::Memory(_) => (ExportKind::Memory, &mut memories),
                    EntityType::Table(_) => (ExportKind::Table, &mut tables),
                    EntityType::Global(_) => (ExportKind::Global, &mut globals),
                    _ => bail!("a part imports the function {}", import.name),
                };
                imports.import(FIRST, import.name, what);
                exports.export(import.name, kind, *number);
                *number += 1;
            }
        }
    }
    let mut module = Module::new();
    module.section(&imports).section(&exports);
    if let Some(data) = features {
        module.section(&CustomSection {
            name: FEATURES.into(),
            data: data.into(),
        });
    }
    Ok(module.finish())
}

#[cfg(test)]
mod tests {
    use super::{common, contents};
    use std::collections::HashMap;

    #[test]
    fn what_is_shared_goes_into_the_last_part_that_all_load_before() {
        let list = |files: &[&str]| files.iter().map(|file| (*file).to_owned()).collect();
        let fetched_by = HashMap::from([
            ("rest".to_owned(), list(&["split_rest"])),
            (
                "panels".to_owned(),
                list(&["chunk_4", "chunk_5", "split_panels"]),
            ),
            ("takeaway".to_owned(), list(&["chunk_4", "chunk_5"])),
            ("owner".to_owned(), list(&["chunk_5"])),
        ]);
        let paths = ["rest", "rest/panels", "rest/panels/takeaway", "rest/owner"];
        let found = contents(&fetched_by, &paths).unwrap_or_default();
        let files = |part: &str| {
            let files = found.get(part).into_iter().flatten();
            files.map(String::as_str).collect::<Vec<_>>()
        };
        assert_eq!(files("rest"), ["chunk_5", "split_rest"]);
        assert_eq!(files("panels"), ["chunk_4", "split_panels"]);
        assert!(contents(&fetched_by, &["rest"]).is_err());
    }

    #[test]
    fn paths_have_whole_steps_in_common() {
        assert_eq!(common("rest/panels", "rest/owner"), Some("rest"));
        assert_eq!(common("rest", "rest/owner"), Some("rest"));
        assert_eq!(common("rest", "restless"), None);
    }
}
