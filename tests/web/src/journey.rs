//! Runs journeys: each is a file of tests that a visitor, an owner or an integrator could live through.

use std::any::Any;
use std::cell::RefCell;
use std::collections::{BTreeMap, VecDeque};
use std::env::temp_dir;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook};
use std::process::ExitCode;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use crate::{Browser, Engine};

/// When a test runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// In Chromium, in every run.
    Chromium,
    /// In Chromium in every run, in Firefox and WebKit with `--everywhere`: engines can differ in it.
    EveryEngine,
    /// In Chromium with `--everywhere`: it needs a server or an application besides the browser.
    Extra,
    /// In all engines with `--everywhere`: the same, where engines can differ in it.
    ExtraEveryEngine,
}

/// One test of a journey.
#[derive(Clone, Copy)]
pub struct Test {
    /// The function's name.
    pub name: &'static str,
    /// When it runs.
    pub scope: Scope,
    /// What it does; it fails by panicking.
    pub run: fn(&Browser),
}

/// A file of tests.
#[derive(Clone, Copy)]
pub struct Journey {
    /// The file's name.
    pub name: &'static str,
    /// Its tests in order.
    pub tests: &'static [Test],
}

/// What the command line asks for.
#[derive(Debug, Default, PartialEq)]
struct Wanted {
    /// Only these engines; none: those of the set.
    engines: Vec<Engine>,
    /// Runs what a usual run leaves out, and nothing of a usual run.
    everywhere: bool,
    /// Parts of `journey::test`, any of which fits; none: all tests.
    filters: Vec<String>,
    /// Whether to print the names and run nothing.
    list: bool,
}

impl Wanted {
    fn read(arguments: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut wanted = Self::default();
        let mut arguments = arguments;
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--everywhere" => wanted.everywhere = true,
                "--list" => wanted.list = true,
                "--engine" => {
                    let name = arguments.next().unwrap_or_default();
                    let engine = Engine::ALL.into_iter().find(|engine| engine.name() == name);
                    let engine = engine.ok_or_else(|| {
                        format!("--engine takes chromium, firefox or webkit, not `{name}`")
                    })?;
                    wanted.engines.push(engine);
                }
                flag if flag.starts_with('-') => return Err(format!("unknown flag `{flag}`")),
                part => wanted.filters.push(part.to_owned()),
            }
        }
        Ok(wanted)
    }

    fn takes(&self, journey: &str, test: &Test, engine: Engine) -> bool {
        let name = format!("{journey}::{}", test.name);
        let named = self.filters.iter().any(|part| name.contains(part.as_str()));
        if !self.filters.is_empty() && !named {
            return false;
        }
        if !self.engines.is_empty() {
            // A named engine runs the test whatever its scope is.
            return self.engines.contains(&engine);
        }
        let first = engine == Engine::Chromium;
        match (test.scope, self.everywhere) {
            (Scope::Chromium, false) => first,
            (Scope::Chromium, true) => false,
            (Scope::EveryEngine, false) => first,
            (Scope::EveryEngine, true) => !first,
            // A name asks for the test, so that nobody has to know its scope.
            (Scope::Extra | Scope::ExtraEveryEngine, false) => first && named,
            (Scope::Extra, true) => first,
            (Scope::ExtraEveryEngine, true) => true,
        }
    }
}

/// One test in one engine.
#[derive(Clone, Copy)]
struct Job {
    engine: Engine,
    journey: &'static str,
    test: Test,
}

impl Job {
    fn name(&self) -> String {
        format!(
            "{}::{}::{}",
            self.engine.name(),
            self.journey,
            self.test.name
        )
    }
}

/// How a test ended.
struct Ended {
    job: Job,
    took: Duration,
    failure: Option<String>,
}

/// What all threads share.
struct Run {
    all: Vec<Job>,
    waiting: Mutex<VecDeque<Job>>,
    ended: Mutex<Vec<Ended>>,
}

impl Run {
    /// How many tests there are of a job's journey in its engine.
    fn count(&self, job: &Job) -> usize {
        self.all.iter().filter(|other| is_same(other, job)).count()
    }
}

thread_local! {
    /// The message and place of this thread's last panic.
    static PANIC: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Runs what the command line asks for, one browser a core; prints a line a journey and the count.
pub fn run(journeys: &[Journey]) -> ExitCode {
    let wanted = match Wanted::read(std::env::args().skip(1)) {
        Ok(wanted) => wanted,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
    };
    let jobs = jobs(journeys, &wanted);
    if wanted.list {
        jobs.iter().for_each(|job| println!("{}", job.name()));
        return ExitCode::SUCCESS;
    }
    set_hook(Box::new(|panic| {
        let place = panic
            .location()
            .map(ToString::to_string)
            .unwrap_or_default();
        PANIC.set(format!("{} ({place})", message(panic.payload())));
    }));
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let run = Run {
        waiting: Mutex::new(jobs.iter().copied().collect()),
        all: jobs,
        ended: Mutex::default(),
    };
    thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| work(&run));
        }
    });
    report(&lock(&run.ended))
}

/// Engine by engine, so that a thread starts few browsers; the tests of a journey side by side.
fn jobs(journeys: &[Journey], wanted: &Wanted) -> Vec<Job> {
    let all = Engine::ALL.into_iter().flat_map(|engine| {
        journeys.iter().flat_map(move |journey| {
            journey.tests.iter().map(move |test| Job {
                engine,
                journey: journey.name,
                test: *test,
            })
        })
    });
    all.filter(|job| wanted.takes(job.journey, &job.test, job.engine))
        .collect()
}

/// One thread's work: a browser of its own for as long as it serves.
fn work(run: &Run) {
    let mut slot: Option<Browser> = None;
    loop {
        let Some(job) = lock(&run.waiting).pop_front() else {
            return;
        };
        let started = Instant::now();
        let failure = attempt(job, &mut slot);
        let mut ended = lock(&run.ended);
        ended.push(Ended {
            job,
            took: started.elapsed(),
            failure,
        });
        if let Some(failure) = &ended.last().and_then(|ended| ended.failure.as_ref()) {
            println!("FAILED {}: {failure}", job.name());
        }
        let of_it = ended.iter().filter(|ended| is_same(&ended.job, &job));
        if of_it.count() == run.count(&job) {
            println!("{}", line(&ended, &job));
        }
    }
}

fn is_same(one: &Job, other: &Job) -> bool {
    (one.engine, one.journey) == (other.engine, other.journey)
}

fn attempt(job: Job, slot: &mut Option<Browser>) -> Option<String> {
    let fits = |browser: &Browser| browser.engine() == job.engine && !browser.is_worn();
    // A browser that no longer fits ends before the next one starts.
    let kept = slot.take().filter(fits);
    let once = |browser: Option<Browser>, slot: &mut Option<Browser>| {
        catch_unwind(AssertUnwindSafe(|| {
            let browser = slot.insert(browser.unwrap_or_else(|| Browser::start(job.engine)));
            browser.reset();
            (job.test.run)(browser);
        }))
    };
    let mut result = once(kept, slot);
    if result.is_err() && !slot.as_ref().is_some_and(Browser::lives) {
        // WebKit's engine now and then breaks down by itself. A page that breaks it does so again.
        println!("{}: the browser has crashed; once more", job.name());
        *slot = None;
        result = once(None, slot);
    }
    result.err()?;
    let failure = PANIC.take();
    // What the visitor would have seen says more than the message. The next test gets a new browser.
    let browser = slot.take()?;
    let picture = temp_dir().join(format!("{}.png", job.name().replace("::", "-")));
    let taken = catch_unwind(AssertUnwindSafe(|| {
        fs::write(&picture, browser.screenshot())
    }));
    Some(match taken {
        Ok(Ok(())) => format!("{failure}\n    picture: {}", picture.display()),
        _ => failure,
    })
}

fn message(payload: &(dyn Any + Send)) -> String {
    let text = payload.downcast_ref::<String>().cloned();
    let text = text.or_else(|| {
        payload
            .downcast_ref::<&str>()
            .map(|text| (*text).to_owned())
    });
    text.unwrap_or_else(|| "a panic without a message".to_owned())
}

fn line(ended: &[Ended], job: &Job) -> String {
    let of_it: Vec<&Ended> = ended
        .iter()
        .filter(|ended| is_same(&ended.job, job))
        .collect();
    let failed = of_it.iter().filter(|ended| ended.failure.is_some()).count();
    let took: Duration = of_it.iter().map(|ended| ended.took).sum();
    let verdict = if failed > 0 { "FAILED" } else { "ok" };
    format!(
        "{verdict:<6} {:<9} {:<14} {:>3} tests {:>6.1} s",
        job.engine.name(),
        job.journey,
        of_it.len(),
        took.as_secs_f64()
    )
}

fn report(ended: &[Ended]) -> ExitCode {
    let mut slowest: Vec<&Ended> = ended.iter().collect();
    slowest.sort_by_key(|ended| std::cmp::Reverse(ended.took));
    println!("\nThe slowest tests:");
    for ended in slowest.iter().take(8) {
        println!("{:>8.1} s  {}", ended.took.as_secs_f64(), ended.job.name());
    }
    let mut engines = BTreeMap::<&str, f64>::new();
    for ended in ended {
        *engines.entry(ended.job.engine.name()).or_default() += ended.took.as_secs_f64();
    }
    for (engine, took) in engines {
        println!("{took:>8.1} s  all tests in {engine}");
    }
    let failed = ended.iter().filter(|ended| ended.failure.is_some());
    let failed: Vec<String> = failed.map(|ended| ended.job.name()).collect();
    for name in &failed {
        println!("failed: {name}");
    }
    let verdict = if failed.is_empty() { "ok" } else { "FAILED" };
    println!(
        "test result: {verdict}. {} passed; {} failed",
        ended.len() - failed.len(),
        failed.len()
    );
    if failed.is_empty() {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// A test that panicked while it held the lock must not hide its own message.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::{Engine, Scope, Test, Wanted};

    fn wanted(words: &str) -> Result<Wanted, String> {
        Wanted::read(words.split_whitespace().map(str::to_owned))
    }

    fn engines(words: &str, scope: Scope) -> Vec<&'static str> {
        let test = Test {
            name: "opens",
            scope,
            run: |_| {},
        };
        let wanted = wanted(words).unwrap_or_default();
        let takes = |engine: &Engine| wanted.takes("panels", &test, *engine);
        Engine::ALL
            .into_iter()
            .filter(takes)
            .map(Engine::name)
            .collect()
    }

    #[test]
    fn a_usual_run_and_the_rest_make_all() {
        for scope in [
            Scope::Chromium,
            Scope::EveryEngine,
            Scope::Extra,
            Scope::ExtraEveryEngine,
        ] {
            let (usual, rest) = (engines("", scope), engines("--everywhere", scope));
            let both: Vec<_> = usual
                .iter()
                .filter(|engine| rest.contains(engine))
                .collect();
            assert!(both.is_empty(), "{scope:?} runs twice in {both:?}");
            let in_all = matches!(scope, Scope::EveryEngine | Scope::ExtraEveryEngine);
            let wanted = if in_all { 3 } else { 1 };
            assert_eq!(usual.len() + rest.len(), wanted, "{scope:?}");
        }
    }

    #[test]
    fn a_name_and_an_engine_choose() {
        assert_eq!(engines("panels", Scope::Chromium), ["chromium"]);
        assert_eq!(engines("panels::op", Scope::Extra), ["chromium"]);
        assert_eq!(engines("report", Scope::Chromium), [""; 0]);
        assert_eq!(engines("--engine webkit", Scope::Chromium), ["webkit"]);
        assert!(wanted("--engine safari").is_err());
        assert!(wanted("--fast").is_err());
    }
}
