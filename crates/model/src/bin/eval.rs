//! `cargo xtask eval [capability]`: reads an input as in the golden cases from standard input and
//! prints the outcome, both as JSON.

use service_level_model::Tables;
use service_level_model::answer::answer;
use std::io::{Read, Write, stdin, stdout};
use std::process::ExitCode;

fn main() -> ExitCode {
    let capability = std::env::args().nth(1).unwrap_or_else(|| "outcome".into());
    let mut input = String::new();
    let read = stdin().read_to_string(&mut input);
    let done = read
        .map_err(|error| error.to_string())
        .and_then(|_| answer(&capability, &input, Tables::built_in()))
        .and_then(|answer| writeln!(stdout(), "{answer}").map_err(|error| error.to_string()));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // One line, whatever the input contained.
            eprintln!("{}", error.replace(char::is_control, " "));
            ExitCode::FAILURE
        }
    }
}
