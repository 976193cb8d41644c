//! Prints the static verdict of a language, which stands in the page before any program arrives.

use service_level_calculator::model::Tables;
use service_level_calculator::session::Entries;
use service_level_calculator::ui::still;
use std::process::ExitCode;

fn main() -> ExitCode {
    let language = std::env::args().nth(1).unwrap_or_default();
    let start = Entries::start(Tables::built_in(), &language);
    match still(&language, start, true) {
        Some(html) => {
            println!("{html}");
            ExitCode::SUCCESS
        }
        None => {
            eprintln!("usage: static-page LANGUAGE, one of the files of locales/");
            ExitCode::from(2)
        }
    }
}
