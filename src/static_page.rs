//! Prints what the build puts into the page before any program arrives: the static text of every
//! language, what its head says, and what its scripts say.

use l10n::text::packed::{PAGES, page_text};
use model::Tables;
use service_level_calculator::session::Entries;
use service_level_calculator::ui::still;
use std::process::ExitCode;

const USAGE: &str = "\
usage: static-page head       title and description
       static-page sections   the static text of every language
       static-page scripts    what the scripts say, as JSON by language";

fn main() -> ExitCode {
    let wanted = std::env::args().nth(1).unwrap_or_default();
    let printed = match wanted.as_str() {
        "head" => Some(head()),
        "sections" => PAGES
            .iter()
            .map(|(language, _)| section(language))
            .collect(),
        "scripts" => serde_json::to_string(&scripts()).ok(),
        _ => None,
    };
    match printed {
        Some(printed) => {
            println!("{printed}");
            ExitCode::SUCCESS
        }
        None => {
            eprintln!("{USAGE}");
            ExitCode::from(2)
        }
    }
}

/// A text of the page, as HTML.
fn text(language: &str, key: &str) -> String {
    let text = page_text(language, key).unwrap_or_default();
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('"', "&quot;")
}

fn head() -> String {
    let all = |key| {
        PAGES
            .iter()
            .map(|(language, _)| text(language, key))
            .collect::<Vec<_>>()
    };
    let (titles, descriptions) = (all("title").join(" · "), all("description").join(" "));
    format!("<title>{titles}</title>\n<meta name=\"description\" content=\"{descriptions}\">")
}

/// The static text of a language, with the verdict as the page itself draws it.
fn section(language: &str) -> Option<String> {
    let start = Entries::start(Tables::built_in(), language);
    let verdict = still(language, start, true)?;
    let no_script = text(language, "no_script");
    Some(format!(
        "<section lang=\"{language}\"><div class=\"slc\"><div class=\"page\">\
         {verdict}\
         <noscript><p class=\"notice\">{no_script}</p></noscript></div></div></section>\n"
    ))
}

fn scripts() -> serde_json::Value {
    let said = |language: &str| {
        let keys = ["title", "start_failed"];
        let said = keys.map(|key| (key.to_owned(), page_text(language, key).into()));
        serde_json::Value::Object(said.into_iter().collect())
    };
    let all = PAGES
        .iter()
        .map(|(language, _)| ((*language).to_owned(), said(language)));
    serde_json::Value::Object(all.collect())
}
