//! The files made of sound texts: code, and texts packed for the page to fetch.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::locale::{Locale, PARTS, Text};
use super::{Made, template};

/// All files, from sources that have passed every check.
pub fn made(reference: &Locale, locales: &[Locale]) -> Made {
    let mut keys = String::new();
    for (key, text) in reference.texts() {
        keys.push_str(key);
        for (slot, _) in &text.slots {
            keys.push(' ');
            keys.push_str(slot);
        }
        keys.push('\n');
    }
    let kinds = reference
        .texts()
        .flat_map(|(_, text)| text.slots.iter().map(|(_, kind)| *kind));
    let signature = signature(keys.bytes().chain(kinds.map(u8::from)));
    let mut made = vec![
        ("texts.rs".to_owned(), code(reference, locales, &signature)),
        (
            "locales/keys.txt".to_owned(),
            format!("{signature} keys\n{keys}"),
        ),
    ];
    let mut packed =
        String::from("/// Name and content of each file.\npub const FILES: &[(&str, &str)] = &[\n");
    for locale in locales {
        for (part, (texts, wanted)) in PARTS.iter().zip(locale.parts.iter().zip(&reference.parts)) {
            let mut file = format!("{signature} {part} {}\n", locale.tag);
            for (text, wanted) in texts.values().zip(wanted.values()) {
                let slots: Vec<&str> = wanted.slots.iter().map(|(name, _)| &**name).collect();
                // Checked before: every template parses and has only these slots.
                file.push_str(&template::pack(&text.template, &slots).unwrap_or_default());
                file.push('\n');
            }
            made.push((format!("locales/{}.{part}.txt", locale.tag), file));
        }
    }
    for name in made
        .iter()
        .filter_map(|(path, _)| path.strip_prefix("locales/"))
    {
        let path = format!("concat!(env!(\"OUT_DIR\"), \"/locales/{name}\")");
        let _ = writeln!(packed, "    ({name:?}, include_str!({path})),");
    }
    packed.push_str("];\n");
    packed.push_str(&pages(locales));
    made.push(("packed.rs".to_owned(), packed));
    made.push(("notations.rs".to_owned(), notations(locales)));
    made
}

/// The texts of the page itself, which its build fills in.
fn pages(locales: &[Locale]) -> String {
    let pages: Vec<_> = locales
        .iter()
        .map(|locale| {
            let texts: Vec<_> = locale.page.iter().collect();
            format!("    ({:?}, &{texts:?}),\n", locale.tag)
        })
        .collect();
    format!(
        "/// The texts of the page itself, in each language by key: for the page's build.\n\
         #[cfg(not(target_arch = \"wasm32\"))]\n\
         pub const PAGES: &[(&str, &[(&str, &str)])] = &[\n{}];\n",
        pages.concat()
    )
}

/// How each language writes numbers, the reference first.
fn notations(locales: &[Locale]) -> String {
    let notations: Vec<_> = locales.iter().map(|locale| &*locale.notation).collect();
    format!(
        "/// The notation of each language, the reference first.\n\
         pub const NOTATIONS: [Notation; {}] = [\n    {},\n];\n",
        notations.len(),
        notations.join(",\n    ")
    )
}

/// FNV-1a: enough to tell a file of another version.
fn signature(bytes: impl Iterator<Item = u8>) -> String {
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}

fn code(reference: &Locale, locales: &[Locale], signature: &str) -> String {
    let [core, more] = reference.parts.each_ref().map(BTreeMap::len);
    let languages: Vec<_> = locales
        .iter()
        .map(|locale| (&locale.tag, &locale.name))
        .collect();
    let names: Vec<_> = reference.texts().map(|(key, _)| key).collect();
    let mut code = format!(
        "/// Signature of all keys and slots.\npub const SIGNATURE: &str = {signature:?};\n\
         /// How many texts there are.\npub const KEYS: usize = {};\n\
         /// How many of them the first screen needs; they come first.\n\
         pub const CORE_KEYS: usize = {core};\n\
         /// Tag and own name of each language, the reference first.\n\
         pub const LANGUAGES: &[(&str, &str)] = &{languages:?};\n\
         /// The dotted name of each text, in the order of the keys.\n\
         #[cfg(not(target_arch = \"wasm32\"))]\n\
         pub(super) const NAMES: &[&str] = &{names:?};\n",
        core + more
    );
    let in_family = |key: &str| {
        let section = key.split('.').next().unwrap_or_default();
        reference.families.iter().any(|family| family == section)
    };
    for (at, (key, text)) in reference.texts().enumerate() {
        if !in_family(key) {
            constructor(&mut code, at, key, text);
        }
    }
    for family in &reference.families {
        let prefix = format!("{family}.");
        let keys = || reference.texts().map(|(key, _)| key);
        let start = keys()
            .position(|key| key.starts_with(&prefix))
            .unwrap_or_default();
        let ids: Vec<&str> = keys().filter_map(|key| key.strip_prefix(&prefix)).collect();
        let _ = writeln!(
            code,
            "/// The text `{family}.<id>`.\n\
             pub fn {family}(id: &str) -> Option<Message> {{\n    \
             member(&{ids:?}, {start}, id)\n}}"
        );
    }
    code
}

/// A message without slots is made by a function, one with slots from a struct: so that each
/// figure is given by the name of its slot, whatever its place in the sentence.
fn constructor(code: &mut String, at: usize, key: &str, text: &Text) {
    let shown = format!("/// ```text\n/// {}\n/// ```\n", text.template);
    let name = key.replace(['.', '-'], "_");
    if text.slots.is_empty() {
        let _ = writeln!(
            code,
            "{shown}pub fn {name}() -> Message {{\n    keyed({at}, Vec::new())\n}}"
        );
        return;
    }
    let (mut fields, mut slots) = (String::new(), String::new());
    for (slot, figure) in &text.slots {
        let (holds, kind) = if *figure {
            ("Figure", "Figure")
        } else {
            ("Message", "Text")
        };
        let _ = writeln!(fields, "    pub {slot}: {holds},");
        let _ = write!(slots, "Slot::{kind}(said.{slot}), ");
    }
    let name = camel_case(&name);
    let _ = writeln!(
        code,
        "{shown}#[derive(Clone, Debug, PartialEq)]\npub struct {name} {{\n{fields}}}\n\
         impl From<{name}> for Message {{\n    fn from(said: {name}) -> Self {{\n        \
         keyed({at}, vec![{slots}])\n    }}\n}}"
    );
}

/// `explain_loss` as a type is called: `ExplainLoss`.
fn camel_case(name: &str) -> String {
    let mut words = String::new();
    for word in name.split('_') {
        let (first, rest) = word.split_at(word.len().min(1));
        words.push_str(&first.to_ascii_uppercase());
        words.push_str(rest);
    }
    words
}
