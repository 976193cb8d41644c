//! Individual approach at scale: figures of the model at every number of orders.

use crate::said::{figure, said, say_all, session};
use l10n::text::say;
use model::{Orders, Tables, scale};
use service_level_calculator::present::scale::ScaleView;
use service_level_calculator::session::Field;

fn view(numbers: &[(Field, f64)]) -> Option<ScaleView> {
    ScaleView::new(&session(numbers).entries, Tables::built_in())
}

const OWN: [(Field, f64); 8] = [
    (Field::OrdersPerDay, 42.0),
    (Field::MinutesIndividual, 25.0),
    (Field::MinutesStandard, 7.0),
    (Field::Exceptions, 0.3),
    (Field::Wage, 12.0),
    (Field::Days, 26.0),
    (Field::StandardOneOff, 3000.0),
    (Field::ShiftHours, 7.5),
];

#[test]
fn the_figures_are_the_models_at_every_number_of_orders() {
    let view = view(&OWN).unwrap();
    let ids = [(5.0, "5"), (10.0, "10"), (42.0, "own"), (500.0, "500")];
    assert_eq!(view.rows.len(), ids.len());
    for (row, (n, id)) in view.rows.iter().zip(ids) {
        let model = scale(
            &Orders {
                orders_per_day: n,
                minutes_individual: 25.0,
                minutes_standard: 7.0,
                exceptions: 0.3,
                wage: 12.0,
                days: 26.0,
                one_off: 3000.0,
                shift_hours: 7.5,
            },
            Tables::built_in(),
        )
        .unwrap();
        assert_eq!(row.orders.value, n);
        assert_eq!(row.own, id == "own");
        for (shown, path, value) in [
            (
                &row.individual,
                "individual_monthly",
                model.individual_monthly,
            ),
            (&row.standard, "standard_monthly", model.standard_monthly),
            (&row.saving, "saving_monthly", model.saving_monthly),
            (
                &row.people_individual,
                "people_individual",
                model.people_individual,
            ),
            (
                &row.people_standard,
                "people_standard",
                model.people_standard,
            ),
        ] {
            assert_eq!(shown.value, value);
            assert_eq!(shown.name.as_deref(), Some(&*format!("scale.{id}.{path}")));
        }
        if row.own {
            let shown = figure(&view.break_even, "scale.own.break_even_orders_per_day");
            assert_eq!(shown, model.break_even_orders_per_day);
        }
        if row.own {
            let orders = row.orders.clone();
            assert_eq!(row.title, say::ScaleOwn { orders }.into());
        }
        say_all([&row.title]);
    }
    say_all([&view.break_even, &view.exceptions]);
}

#[test]
fn a_standard_that_saves_nothing_never_pays() {
    let slow = view(&[(Field::MinutesStandard, 20.0)]).unwrap();
    assert_eq!(slow.break_even, say::scale_never());
    let unpaid = view(&[(Field::Wage, 0.0)]).unwrap();
    assert_eq!(unpaid.break_even, say::scale_never());
    let free = view(&[(Field::StandardOneOff, 0.0)]).unwrap();
    assert_eq!(free.break_even, say::scale_at_once());
    say_all([&slow.break_even, &free.break_even]);
}

#[test]
fn few_orders_are_told_that_handling_each_is_cheaper() {
    let few = view(&[(Field::OrdersPerDay, 0.5)]).unwrap();
    assert!(said("en", &few.break_even).contains("You have fewer"));
    assert!(said("ru", &few.break_even).contains("У вас их меньше"));
    let many = view(&[(Field::OrdersPerDay, 50.0)]).unwrap();
    assert!(said("en", &many.break_even).contains("You have that many"));
}

#[test]
fn a_number_that_is_shown_anyway_is_shown_once() {
    let view = view(&[(Field::OrdersPerDay, 10.0)]).unwrap();
    let shown: Vec<_> = view
        .rows
        .iter()
        .map(|row| (row.orders.value, row.own))
        .collect();
    assert_eq!(shown, [(5.0, false), (10.0, true), (500.0, false)]);
}

#[test]
fn a_faulty_field_gives_no_view() {
    for (field, value) in [
        (Field::Days, 32.0),
        (Field::Exceptions, 1.1),
        (Field::ShiftHours, 0.0),
    ] {
        assert_eq!(view(&[(field, value)]), None, "{field:?}");
    }
}

#[test]
fn the_example_comes_from_the_visitor_s_own_volume_and_is_called_one() {
    let orders = |numbers: &[(Field, f64)]| {
        let view = view(numbers).unwrap();
        let own = view.rows.into_iter().find(|row| row.own).unwrap();
        (
            own.orders.value,
            said("en", &own.title),
            said("ru", &own.title),
        )
    };
    // 26,400 purchases in 264 days.
    let volume = [(Field::Customers, 2200.0), (Field::Purchases, 12.0)];
    let (n, en, ru) = orders(&volume);
    assert_eq!(n, 100.0);
    assert_eq!((&*en, &*ru), ("100 (example)", "100 (пример)"));
    let typed = [&volume[..], &[(Field::OrdersPerDay, 42.0)]].concat();
    let (n, en, _) = orders(&typed);
    assert_eq!((n, &*en), (42.0, "42 (yours)"));
}
