//! Short names for what program and glue call each other by: the long ones are a tenth of what a
//! visitor would fetch before the first answer.

use anyhow::{Result, ensure};

/// The one module that the program imports our glue as.
pub const MODULE: &str = "g";

/// `a`, `b`, …, `z`, `aa`, ….
#[derive(Default)]
pub struct Names(u32);

impl Names {
    /// The next name.
    pub fn next(&mut self) -> String {
        let mut number = self.0;
        self.0 += 1;
        let mut name = String::new();
        loop {
            name.insert(0, char::from(b'a' + (number % 26) as u8));
            if number < 26 {
                return name;
            }
            number = number / 26 - 1;
        }
    }
}

/// The glue with an import under its short name: a property of an object there, at the beginning
/// of a line, whose indentation varies.
pub fn import(glue: &str, name: &str, short: &str) -> Result<String> {
    let indents = glue.match_indices(name).filter_map(|(place, _)| {
        let line = glue.get(..place)?.rsplit('\n').next()?;
        let alone = line.trim().is_empty() && glue.get(place + name.len()..)?.starts_with(": ");
        alone.then_some(line)
    });
    let indent = indents.last().unwrap_or_default();
    once(
        glue,
        &format!("\n{indent}{name}: "),
        &format!("\n{indent}{short}: "),
    )
}

/// The glue with the short name of the module that it is itself.
pub fn module(glue: &str, name: &str) -> Result<String> {
    once(glue, &format!("\"{name}\": "), &format!("\"{MODULE}\": "))
}

/// The glue with an export under its short name; nothing if the glue does not use it.
pub fn export(glue: &str, name: &str, short: &str) -> Option<String> {
    let long = format!("wasm.{name}");
    let mut renamed = String::new();
    let mut rest = glue;
    while let Some((before, after)) = rest.split_once(&long) {
        renamed.push_str(before);
        let whole = !after.starts_with(is_of_word) && !before.ends_with(is_of_word);
        renamed.push_str(if whole { "wasm." } else { &long });
        renamed.push_str(if whole { short } else { "" });
        rest = after;
    }
    renamed.push_str(rest);
    (renamed != glue).then_some(renamed)
}

/// Whether a script names exactly this.
pub fn is_word_of(script: &str, name: &str) -> bool {
    script
        .split(|letter| !is_of_word(letter))
        .any(|word| word == name)
}

/// The text with the one place where `old` stands replaced.
pub fn once(text: &str, old: &str, new: &str) -> Result<String> {
    let count = text.matches(old).count();
    ensure!(
        count == 1,
        "the generated script has {count} times what stood there once: `{}`. Its generator has \
         changed; look at what it writes now",
        old.trim()
    );
    Ok(text.replacen(old, new, 1))
}

fn is_of_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_' || letter == '$'
}

#[cfg(test)]
mod tests {
    use super::{Names, export, import, is_word_of};

    #[test]
    fn names_do_not_repeat() {
        let mut names = Names::default();
        let all: Vec<String> = (0..703).map(|_| names.next()).collect();
        let at = |place: usize| all.get(place).map(String::as_str);
        assert_eq!((at(0), at(25)), (Some("a"), Some("z")));
        assert_eq!((at(26), at(27)), (Some("aa"), Some("ab")));
        assert_eq!((at(701), at(702)), (Some("zz"), Some("aaa")));
    }

    #[test]
    fn an_import_is_renamed_where_the_glue_defines_it() {
        let glue = "{\n  __wbg_is_1: function() {}\n__wbg_is_12: Error\n}";
        let renamed = "{\n  a: function() {}\n__wbg_is_12: Error\n}";
        assert_eq!(
            import(glue, "__wbg_is_1", "a").ok().as_deref(),
            Some(renamed)
        );
        assert!(import(glue, "__wbg_is", "a").is_err());
    }

    #[test]
    fn an_export_is_renamed_wherever_the_glue_uses_it() {
        let glue = "wasm.free(1); wasm.free_all(); wasm.free(2)";
        let renamed = "wasm.a(1); wasm.free_all(); wasm.a(2)";
        assert_eq!(export(glue, "free", "a").as_deref(), Some(renamed));
        assert_eq!(export(glue, "malloc", "a"), None);
    }

    #[test]
    fn only_a_whole_word_counts() {
        assert!(is_word_of("const { memory, table } = x", "memory"));
        assert!(!is_word_of("const { memory0 } = x", "memory"));
    }
}
