//! Writes the packed texts of every language into a folder, from which the page fetches them.

use std::path::Path;
use std::process::ExitCode;
use std::{env, fs, io};

use l10n::text::packed;

fn main() -> ExitCode {
    let Some(folder) = env::args_os().nth(1) else {
        eprintln!("usage: texts <folder>");
        return ExitCode::from(2);
    };
    match write(Path::new(&folder)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("texts: {}: {error}", folder.to_string_lossy());
            ExitCode::FAILURE
        }
    }
}

fn write(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    packed::FILES
        .iter()
        .try_for_each(|(name, content)| fs::write(folder.join(name), content))
}
