//! Section 12: Erlang C against textbooks, and what any queue must keep to.

use super::any::{between, tables};
use super::outcome::all_finite;
use crate::fixed::cases;
use proptest::prelude::*;
use service_level_model::{Counter, Queue, queue};

fn counter(arrivals_per_hour: f64, minutes: f64, staff: f64, tolerance_s: f64) -> Queue {
    let counter = Counter {
        arrivals_per_hour,
        minutes,
        staff,
        tolerance_s,
    };
    queue(&counter, tables()).unwrap()
}

fn near(found: f64, printed: f64, places: i32) {
    let half_a_digit = 0.5001 * 10_f64.powi(-places);
    assert!(
        (found - printed).abs() <= half_a_digit,
        "{found}, not {printed}"
    );
}

#[test]
fn erlang_c_agrees_with_textbooks() {
    // Hillier and Lieberman, Introduction to Operations Research, 8th ed., chapter 17, the County
    // Hospital example: 2 patients an hour, 20 minutes each.
    let one = counter(2.0, 20.0, 1.0, 1800.0).wait.unwrap();
    near(one.p_wait, 0.667, 3);
    near(one.mean_wait_s / 3600.0, 2.0 / 3.0, 9);
    near(one.p_over, 0.404, 3);
    let two = counter(2.0, 20.0, 2.0, 1800.0).wait.unwrap();
    near(two.p_wait, 0.167, 3);
    near(two.mean_wait_s / 3600.0, 1.0 / 24.0, 9);
    near(
        counter(2.0, 20.0, 2.0, 3600.0).wait.unwrap().p_over,
        0.003,
        3,
    );
    // Bronson, Operations Research (Schaum's Outline, 1982), problem 24.6: 3 servers, 300 arrivals
    // a year, 2 days each; the mean wait is 0.43 days.
    let year = 365.0 * 24.0;
    let three = counter(300.0 / year, 2.0 * 24.0 * 60.0, 3.0, 60.0)
        .wait
        .unwrap();
    near(three.mean_wait_s / 86_400.0, 0.43, 2);
}

#[test]
fn erlang_c_agrees_with_its_closed_form_for_few_people() {
    // C(c, a) = (a^c/c!)·c/(c−a) / (Σ_{k<c} a^k/k! + (a^c/c!)·c/(c−a)), by hand as fractions.
    for (load, staff, expected) in [
        (0.5, 1.0, 0.5),
        (1.0, 2.0, 1.0 / 3.0),
        (1.5, 2.0, 9.0 / 14.0),
        (2.0, 3.0, 4.0 / 9.0),
        (3.0, 4.0, 27.0 / 53.0),
    ] {
        let found = counter(load * 60.0, 1.0, staff, 20.0).wait.unwrap().p_wait;
        assert!(
            (found - expected).abs() < 1e-12,
            "{load} on {staff}: {found}"
        );
    }
}

#[test]
fn with_too_few_people_the_queue_grows_without_limit() {
    assert_eq!(counter(10.0, 12.0, 2.0, 60.0).wait, None); // Exactly as much work as people.
    assert_eq!(counter(60.0, 10.0, 2.0, 60.0).wait, None);
    assert!(counter(60.0, 10.0, 2.0, 60.0).staff_needed > 10.0);
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn one_person_fewer_than_needed_is_too_few(
        arrivals in between(0.001, 1e4), minutes in between(0.001, 100.0),
        staff in 1_u16..300, tolerance in between(0.001, 1e6),
    ) {
        let found = counter(arrivals, minutes, f64::from(staff), tolerance);
        all_finite(&found, &[".wait"]);
        let over = |staff| counter(arrivals, minutes, staff, tolerance).wait.map(|wait| wait.p_over);
        prop_assert!(over(found.staff_needed).is_some_and(|share| share <= 0.2));
        if found.staff_needed > 1.0 {
            prop_assert!(over(found.staff_needed - 1.0).is_none_or(|share| share > 0.2));
        }
        if let Some(wait) = found.wait {
            prop_assert!((0.0..=1.0).contains(&wait.p_wait) && wait.mean_wait_s >= 0.0);
            prop_assert!((0.0..=wait.p_wait).contains(&wait.p_over));
        }
    }
}

#[test]
fn the_longest_queue_there_can_be_is_answered() {
    for counter in [
        counter(1e5, 1e4, 1e6, 0.001),
        counter(0.001, 0.001, 1e6, 1e6),
    ] {
        all_finite(&counter, &[".wait"]);
    }
}
