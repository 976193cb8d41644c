//! Counting what passed: tests by the lines they print, other checks as one each.

/// What a check, or several, came to.
#[derive(Debug, Default, PartialEq)]
pub struct Tally {
    passed: u64,
    failed: u64,
    complaints: Vec<String>,
}

impl Tally {
    /// Takes a line of a test program's output into account.
    pub fn read(&mut self, line: &str) {
        let Some(result) = line.trim_start().strip_prefix("test result: ") else {
            return;
        };
        self.passed += number_before(result, " passed");
        self.failed += number_before(result, " failed");
    }

    /// Closes a check: one that printed no tests counts as one itself, and one that
    /// failed before its tests could say so counts as a failure.
    pub fn settle(&mut self, ended_well: bool) {
        if !ended_well {
            self.failed = self.failed.max(1);
        } else if self.passed + self.failed == 0 {
            self.passed = 1;
        }
    }

    /// Notes what failed and what to do about it.
    pub fn complain(&mut self, complaint: String) {
        self.complaints.push(complaint);
    }

    /// Adds another check's count.
    pub fn add(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.complaints.extend(other.complaints);
    }

    /// Prints what failed, then the count on a line of its own; true if all went well.
    pub fn report(&self) -> bool {
        println!();
        for complaint in &self.complaints {
            println!("Failed: {complaint}");
        }
        println!("{} passed, {} failed", self.passed, self.failed);
        self.failed == 0
    }
}

fn number_before(text: &str, word: &str) -> u64 {
    let before = text.split(word).next().unwrap_or_default();
    let digits = before.rsplit(' ').next().unwrap_or_default();
    digits.parse().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::Tally;

    fn tally(lines: &[&str], ended_well: bool) -> (u64, u64) {
        let mut tally = Tally::default();
        lines.iter().for_each(|line| tally.read(line));
        tally.settle(ended_well);
        (tally.passed, tally.failed)
    }

    #[test]
    fn test_programs_are_summed() {
        let lines = [
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out",
            "running 3 tests",
            "test result: FAILED. 2 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out",
        ];
        assert_eq!(tally(&lines, false), (14, 1));
    }

    #[test]
    fn a_check_without_tests_counts_as_one() {
        assert_eq!(tally(&[], true), (1, 0));
        assert_eq!(tally(&[], false), (0, 1));
    }

    #[test]
    fn a_crash_after_passing_tests_is_a_failure() {
        assert_eq!(
            tally(&["test result: ok. 5 passed; 0 failed;"], false),
            (5, 1)
        );
    }
}
