//! The pages' HTML: the templates of the repository with the names of this build's files in them,
//! and in the calculator's own its head and the static text of every language.

use crate::repo;
use crate::shelf::Shelf;
use crate::site::Texts;
use anyhow::{Context, Result, bail};
use std::fs;

/// The calculator's own page, the configurator, and the preview in it.
pub const FILES: [&str; 3] = ["index.html", "configurator.html", "preview.html"];

/// Fills the templates in.
pub fn write(shelf: &Shelf, texts: &Texts) -> Result<()> {
    FILES
        .iter()
        .try_for_each(|file| write_one(file, shelf, texts))
}

fn write_one(file: &str, shelf: &Shelf, texts: &Texts) -> Result<()> {
    let path = repo::root().join(file);
    let template =
        fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let page = fill(&without_indent(&template), |name| match name {
        "head" => Some(&texts.head),
        "sections" => Some(&texts.sections),
        _ => shelf.names().get(name).map(String::as_str),
    });
    let page = page.with_context(|| file.to_owned())?;
    shelf.put_as(file, page.as_bytes())
}

/// Puts what `value` gives for NAME in the place of every `{{NAME}}`.
fn fill<'a>(template: &str, value: impl Fn(&str) -> Option<&'a str>) -> Result<String> {
    let mut filled = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        let Some((name, after)) = after.split_once("}}") else {
            bail!("`{{{{` without `}}}}`");
        };
        let value = value(name)
            .with_context(|| format!("`{{{{{name}}}}}` names nothing that this build makes"))?;
        filled.push_str(before);
        filled.push_str(value);
        rest = after;
    }
    filled.push_str(rest);
    Ok(filled)
}

/// Nothing on the page depends on the indentation of its source.
fn without_indent(html: &str) -> String {
    let lines = html.lines().map(str::trim_start);
    let lines: Vec<&str> = lines.filter(|line| !line.is_empty()).collect();
    lines.join("\n") + "\n"
}

#[cfg(test)]
mod tests {
    use super::{fill, without_indent};

    #[test]
    fn names_are_filled_in() {
        let value = |name: &str| (name == "a.js").then_some("a-1.js");
        let filled = fill("<i src=\"{{a.js}}\">{{a.js}}", value).ok();
        assert_eq!(filled.as_deref(), Some("<i src=\"a-1.js\">a-1.js"));
    }

    #[test]
    fn an_unknown_name_is_refused() {
        let message = fill("{{b.js}}", |_| None).map_err(|error| error.to_string());
        let said = "`{{b.js}}` names nothing that this build makes";
        assert_eq!(message, Err(said.to_owned()));
        assert!(fill("{{b.js", |_| Some("")).is_err());
    }

    #[test]
    fn the_indentation_goes() {
        assert_eq!(without_indent("<p>\n\n  <b>a b</b>\n"), "<p>\n<b>a b</b>\n");
    }
}
