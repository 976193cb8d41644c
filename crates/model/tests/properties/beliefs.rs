//! Section 16: what would have to be true.

use super::any::{inputs, tables};
use crate::fixed::cases;
use proptest::prelude::*;
use service_level_model::{
    Business, Calibrated, Inputs, Parameters, Verdict, beliefs, evaluate, segment_of,
};

fn set(p: &mut Parameters, id: &str, value: f64) {
    let place = match id {
        "premium_at_wow" => &mut p.premium_at_wow,
        "premium_lasting" => &mut p.premium_lasting,
        "delight_retention" => &mut p.delight_retention,
        "advocates" => &mut p.advocates,
        "habituation_share" => &mut p.habituation_share,
        "cost_exponent" => &mut p.cost_exponent,
        other => panic!("{other}"),
    };
    *place = value;
}

/// Section 16 to the letter, on every point of the grid below the level.
fn is_enough(inputs: &Inputs, id: &str, value: f64, level: f64) -> bool {
    let segment = segment_of(inputs, tables()).unwrap();
    let mut parameters = tables().values(segment);
    set(&mut parameters, id, value);
    let business = Business::new(inputs, tables()).unwrap();
    let firm = Calibrated::new(business, parameters, tables().constants);
    let k = firm.business.consistency;
    let enough = firm.yearly(level, k).value() + firm.tolerance();
    let mut below = firm.grid_levels().take_while(|point| *point < level);
    below.all(|point| firm.yearly(point, k).value() <= enough)
}

const ORDER: [(&str, f64); 6] = [
    ("premium_at_wow", 1.0),
    ("premium_lasting", 1.0),
    ("delight_retention", 1.0),
    ("advocates", 1.0),
    ("habituation_share", 0.0),
    ("cost_exponent", 1.0),
];

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn what_would_have_to_be_true_is_the_least_that_is_enough(inputs in inputs()) {
        let found = beliefs(&inputs, tables()).unwrap();
        let firm = Calibrated::of(&inputs, tables()).unwrap();
        let own = evaluate(&inputs, tables()).unwrap();
        let level = if own.verdict == Verdict::Over { firm.level } else { firm.wow() };
        prop_assert_eq!(found.level, level);
        prop_assert_eq!(found.rows.len(), ORDER.len());
        for (row, (id, end)) in found.rows.iter().zip(ORDER) {
            prop_assert_eq!(row.id, id);
            prop_assert_eq!(found.holds, is_enough(&inputs, id, row.value, level));
            let Some(needed) = row.needed else {
                prop_assert!(!is_enough(&inputs, id, end, level) && !row.inside);
                continue;
            };
            prop_assert_eq!(row.inside, row.low <= needed && needed <= row.high);
            if found.holds {
                prop_assert_eq!(needed, row.value);
                continue;
            }
            prop_assert!(is_enough(&inputs, id, needed, level));
            let short = needed - 2e-9 * (end - row.value).signum();
            prop_assert!(!is_enough(&inputs, id, short, level), "{id}: {needed}");
        }
    }
}
