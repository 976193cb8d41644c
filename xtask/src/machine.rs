//! What else the machine does while something is measured on it.

use std::{fs, thread};

/// Of a core, by others: from here on what is measured waits for its turn.
const MUCH: f64 = 0.5;

/// How many programs wanted to run, on average over the last minute; nothing where Linux's word
/// for it is not to be had.
pub fn load() -> Option<f64> {
    let text = fs::read_to_string("/proc/loadavg").ok()?;
    text.split_whitespace().next()?.parse().ok()
}

/// What to think of figures that were measured when others asked so much of the machine before and
/// at the end.
pub fn remark(before: Option<f64>, after: Option<f64>) -> String {
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let (Some(before), Some(after)) = (before, after) else {
        return "Whether the machine was busy with other things is not known.".to_owned();
    };
    let load = format!("load {before:.1} before and {after:.1} at the end, {cores} cores");
    if before < MUCH * cores as f64 {
        return format!("The machine was quiet: {load}.");
    }
    format!(
        "THE MACHINE WAS BUSY: {load}. What was measured had to wait for others: times are up to \
         several times too long, and two of them hardly compare. Measure again at rest."
    )
}

#[cfg(test)]
mod tests {
    use super::remark;

    #[test]
    fn a_busy_machine_is_told_from_a_quiet_one() {
        assert!(remark(Some(0.0), Some(3.0)).contains("quiet"));
        assert!(remark(Some(1e6), Some(3.0)).contains("BUSY"));
        assert!(remark(None, Some(3.0)).contains("not known"));
    }
}
