//! What the model makes of the entries: every figure of the outcome, and the curve.

use super::{Cell, Sheet, row};
use crate::present::answer::Answer;
use crate::present::names;
use l10n::text::{Message, say};
use model::{Outcome, Warning};

/// What a figure counts.
#[derive(Clone, Copy)]
enum Unit {
    Points,
    Share,
    Customers,
    OfThousand,
    AYear,
    Once,
}

/// Every number of an outcome by its path there; none where it does not apply.
fn figures(o: &Outcome) -> Vec<(&'static str, Option<f64>, Unit)> {
    use Unit::{AYear, Customers, OfThousand, Once, Points, Share};
    let (people, lines) = (&o.per_thousand, &o.loss_lines);
    let (exceeding, levers) = (&o.exceeding, &o.levers);
    let some = |id, value, unit| (id, Some(value), unit);
    vec![
        some("expected", o.expected, Points),
        some("adequate", o.adequate, Points),
        some("desired", o.desired, Points),
        some("level", o.level, Points),
        some("level_gap", o.level_gap, Points),
        some("consistency", o.consistency, Share),
        some("revenue", o.revenue, AYear),
        some("dissatisfied", o.dissatisfied, Share),
        some("service_churn", o.service_churn, Share),
        some("other_churn", o.other_churn, Share),
        some("unavoidable_churn", o.unavoidable_churn, Share),
        some("retention", o.retention, Share),
        some("customer_value", o.customer_value, Once),
        some("per_thousand.service", people.service, OfThousand),
        some("per_thousand.unavoidable", people.unavoidable, OfThousand),
        some("per_thousand.other", people.other, OfThousand),
        some("per_thousand.stay", people.stay, OfThousand),
        some("loss", o.loss, AYear),
        some("loss_within_year", o.loss_within_year, AYear),
        some("loss_lines.leavers", lines.leavers, AYear),
        some("loss_lines.reduced", lines.reduced, AYear),
        some("loss_lines.walkouts", lines.walkouts, AYear),
        some("loss_lines.word_of_mouth", lines.word_of_mouth, AYear),
        some("loss_lines.reputation", lines.reputation, AYear),
        some("avoidable_by_level", o.avoidable_by_level, AYear),
        some(
            "avoidable_by_consistency",
            o.avoidable_by_consistency,
            AYear,
        ),
        some("residual", o.residual, AYear),
        some("customers_lost", o.customers_lost, Customers),
        some("revenue_lost_next_year", o.revenue_lost_next_year, AYear),
        some("sufficient", o.sufficient, Points),
        some("band.low", o.band.0, Points),
        some("band.high", o.band.1, Points),
        some("rule_band.low", o.rule_band.0, Points),
        some("rule_band.high", o.rule_band.1, Points),
        some("exceeding.extra_cost", exceeding.extra_cost, AYear),
        some("exceeding.premium", exceeding.premium, AYear),
        some("exceeding.delight", exceeding.delight, AYear),
        some("exceeding.advocates", exceeding.advocates, AYear),
        some("exceeding.loss_avoided", exceeding.loss_avoided, AYear),
        some("gap_to_sufficient", o.gap_to_sufficient, AYear),
        some("retention_assumed", o.retention_assumed, Share),
        some("cost_to_serve_assumed", o.cost_to_serve_assumed, Share),
        ("levers.level", levers.level, AYear),
        ("levers.consistency", levers.consistency, AYear),
        ("levers.both", levers.both, AYear),
        ("levers.step_back", levers.step_back, AYear),
        ("levers.cost_of_going_back", levers.cost_of_going_back, Once),
        ("levers.step_back_net", levers.step_back_net, AYear),
    ]
}

fn named(id: &str) -> Message {
    let name = say::exported(&id.replace('.', "_"));
    name.unwrap_or_else(|| Message::from(id.to_owned()))
}

fn a_year(currency: &str) -> Message {
    let currency = Message::from(currency.to_owned());
    say::FileAYear { currency }.into()
}

/// The rows of an answer's outcome.
pub fn rows(answer: &Answer) -> Vec<Vec<Cell>> {
    let (o, code) = (&answer.outcome, &answer.entries.currency);
    let unit = |unit| match unit {
        Unit::Points => say::file_of_100(),
        Unit::Share => say::file_share(),
        Unit::Customers => say::file_customers_year(),
        Unit::OfThousand => say::file_of_1000(),
        Unit::AYear => a_year(code),
        Unit::Once => say::FileOnce {
            currency: Message::from(code.clone()),
        }
        .into(),
    };
    let calculated = say::file_calculated;
    let mut rows = vec![row(
        "verdict",
        named("verdict"),
        names::verdict(o.verdict),
        Message::from(""),
        calculated(),
    )];
    for (id, value, of) in figures(o) {
        let value = value.map_or_else(|| say::file_none().into(), Cell::from);
        rows.push(row(id, named(id), value, unit(of), calculated()));
    }
    for warning in &o.warnings {
        let what = match warning {
            Warning::EnquiriesExceedCustomers => "enquiries_exceed_customers",
        };
        let (none, what) = (Message::from(""), named(what));
        rows.push(row("warnings", named("warnings"), what, none, calculated()));
    }
    rows
}

/// What each level, point by point, forgoes, loses to bad service and spends above expectations.
pub fn curve(answer: &Answer) -> Sheet {
    let firm = &answer.firm;
    let k = firm.business.consistency;
    let code = &answer.entries.currency;
    let with = |what: Message, unit: Message| -> Message { say::FileIn { what, unit }.into() };
    let row = |level: u8| {
        let level = f64::from(level);
        [
            level,
            answer.forgone(level),
            firm.yearly(level, k).loss(),
            firm.extra_cost(level).max(0.0),
        ]
        .map(Cell::Number)
        .to_vec()
    };
    Sheet {
        name: say::file_sheet_curve(),
        head: vec![
            with(say::file_curve_level(), say::file_of_100()),
            with(say::file_curve_forgone(), a_year(code)),
            with(say::file_curve_lost(), a_year(code)),
            with(say::file_curve_spent(), a_year(code)),
        ],
        rows: (0..=100).map(row).collect(),
    }
}
