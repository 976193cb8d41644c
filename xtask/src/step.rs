//! One visible step: what is done, how long it tends to take, what to do if it fails.

use crate::repo;
use crate::tally::Tally;
use anyhow::{Context, Result, anyhow, bail};
use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// How often a step that keeps its output to itself reports that it is alive.
const TICK: Duration = Duration::from_secs(20);

/// A step in words.
pub struct Step<'a> {
    /// What it does: "Installing trunk 0.21.14".
    pub doing: &'a str,
    /// How long that tends to take: "about 7 minutes".
    pub usually: &'a str,
    /// What to do if it fails.
    pub remedy: &'a str,
}

impl Step<'_> {
    /// Runs the command with its output shown as it comes.
    pub fn run(&self, command: &mut Command) -> Result<()> {
        self.announce();
        let status = command
            .status()
            .with_context(|| self.cannot_start(command))?;
        if !status.success() {
            bail!("{} ended with {status}. {}", self.doing, self.remedy);
        }
        Ok(())
    }

    /// Runs a long and wordy command: its output goes to a log file, its newest line is
    /// shown now and then. Two of these may run side by side.
    pub fn run_logged(&self, log_name: &str, command: &mut Command) -> Result<()> {
        self.announce();
        let path = repo::scratch()?.join(format!("{log_name}.log"));
        let log =
            File::create(&path).with_context(|| format!("cannot write {}", path.display()))?;
        let started = Instant::now();
        let mut child = command
            .stdin(Stdio::null())
            .stdout(log.try_clone()?)
            .stderr(log)
            .spawn()
            .with_context(|| self.cannot_start(command))?;
        let status = loop {
            match wait(&mut child, TICK)? {
                Some(status) => break status,
                None => println!(
                    "    … {log_name}, {} s: {}",
                    started.elapsed().as_secs(),
                    last_lines(&path, 1)
                ),
            }
        };
        if !status.success() {
            bail!(
                "{} ended with {status}. {}\nThe end of {}:\n{}",
                self.doing,
                self.remedy,
                path.display(),
                last_lines(&path, 15)
            );
        }
        println!(
            "    {log_name}: done after {} s",
            started.elapsed().as_secs()
        );
        Ok(())
    }

    /// Runs a check and counts what it reports: the tests, or itself as one.
    pub fn check(&self, command: &mut Command) -> Result<Tally> {
        self.announce();
        let mut child = command
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| self.cannot_start(command))?;
        let mut tally = Tally::default();
        if let Some(output) = child.stdout.take() {
            for line in BufReader::new(output).split(b'\n') {
                let line = String::from_utf8_lossy(&line?).into_owned();
                tally.read(&line);
                println!("{line}");
            }
        }
        let ended_well = child.wait()?.success();
        tally.settle(ended_well);
        if !ended_well {
            tally.complain(format!("{}. {}", self.doing, self.remedy));
        }
        Ok(tally)
    }

    /// Says what is about to happen.
    pub fn announce(&self) {
        println!("==> {} ({})…", self.doing, self.usually);
    }

    fn cannot_start(&self, command: &Command) -> String {
        let program = command.get_program().to_string_lossy();
        format!("{}: cannot start `{program}`. {}", self.doing, self.remedy)
    }
}

/// What a short command prints; where it fails, the error is what it complained of.
pub fn output_of(command: &mut Command) -> Result<String> {
    let program = command.get_program().to_string_lossy().into_owned();
    let output = command
        .output()
        .with_context(|| format!("cannot start `{program}`"))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    Err(anyhow!(
        "`{program}`: {}",
        String::from_utf8_lossy(&output.stderr).trim()
    ))
}

/// The exit status, or nothing if the child still runs after `limit`.
fn wait(child: &mut Child, limit: Duration) -> Result<Option<std::process::ExitStatus>> {
    let until = Instant::now() + limit;
    while Instant::now() < until {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        thread::sleep(Duration::from_millis(100));
    }
    Ok(None)
}

fn last_lines(path: &std::path::Path, count: usize) -> String {
    let bytes = fs::read(path).unwrap_or_default();
    let text = String::from_utf8_lossy(&bytes);
    let lines: Vec<&str> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .collect();
    let start = lines.len().saturating_sub(count);
    lines.get(start..).unwrap_or_default().join("\n")
}
