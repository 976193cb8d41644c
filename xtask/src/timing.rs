//! Where the time of a command went.

use std::time::{Duration, Instant};

/// The steps so far, each with its time.
pub struct Timing {
    started: Instant,
    steps: Vec<(&'static str, Duration)>,
}

impl Timing {
    /// Starts the clock.
    pub fn start() -> Self {
        Self {
            started: Instant::now(),
            steps: Vec::new(),
        }
    }

    /// Does a step and notes how long it took.
    pub fn step<T>(&mut self, name: &'static str, step: impl FnOnce() -> T) -> T {
        let started = Instant::now();
        let result = step();
        self.steps.push((name, started.elapsed()));
        result
    }

    /// Prints a line a step, and their sum.
    pub fn print(&self) {
        println!("\nWhere the time went:");
        for (name, took) in &self.steps {
            println!("{:>7} s  {name}", took.as_secs());
        }
        println!("{:>7} s  all", self.started.elapsed().as_secs());
    }
}
