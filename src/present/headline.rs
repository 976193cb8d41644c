//! The verdict: one sentence with the threshold, a chip, and the two amounts side by side.

use super::answer::Answer;
use super::figure::Figure;
use super::names;
use super::text::{Message, say};
use crate::model::{Uncertainty, Verdict, Warning};

/// The answer in a few words.
#[derive(Clone, Debug, PartialEq)]
pub struct Headline {
    /// Under, sufficient or over.
    pub verdict: Verdict,
    /// The chip.
    pub chip: Message,
    /// How sure the chip is; none before the draws are in.
    pub certainty: Option<Message>,
    /// The sentence.
    pub sentence: Message,
    /// Both amounts in a few words.
    pub sums: Message,
    /// Lost to bad service.
    pub lost: Amount,
    /// Cost of exceeding.
    pub exceeding: Amount,
    /// The sufficient band.
    pub band: Message,
    /// The rule of thumb beside it.
    pub rule: Message,
    /// What to be careful about.
    pub notes: Vec<Message>,
}

/// One of the two amounts.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    /// What it is.
    pub title: Message,
    /// How much.
    pub amount: Message,
    /// In what time, and how sure.
    pub period: Message,
    /// What is in it.
    pub detail: Message,
}

/// A figure that shows its range once the draws are in.
fn ranged(figure: Figure, range: Option<[f64; 3]>) -> Figure {
    match range {
        Some([low, _, high]) => figure.range(low, high),
        None => figure,
    }
}

/// The message before and after the ranges are there: "about 410" and "410–690".
fn about(figure: Figure) -> Message {
    if figure.range.is_some() {
        say::amount_range(figure)
    } else {
        say::amount_about(figure)
    }
}

/// The period of an amount, and what kind of amount it is.
fn period(figure: &Figure) -> Message {
    if figure.range.is_some() {
        say::amount_range_a_year()
    } else if figure.value > 0.0 {
        say::amount_about_a_year()
    } else {
        say::amount_none_a_year()
    }
}

impl Headline {
    /// The headline of an answer, with ranges where the draws are in.
    #[must_use]
    pub fn new(answer: &Answer, draws: Option<&Uncertainty>) -> Self {
        let o = &answer.outcome;
        let loss = ranged(Figure::money(o.loss).named("loss"), draws.map(|d| d.loss));
        let within_year = Figure::money(o.loss_within_year).named("loss_within_year");
        let within_year = ranged(within_year, draws.map(|d| d.loss_within_year));
        let extra = Figure::money(o.exceeding.extra_cost).named("exceeding.extra_cost");
        let extra = ranged(
            extra,
            draws.map(|d| d.extra_cost).filter(|_| o.level > o.expected),
        );
        Self {
            verdict: o.verdict,
            chip: names::verdict(o.verdict),
            certainty: draws.map(|d| certainty(o.verdict, d)),
            sentence: sentence(answer, &loss, &within_year, &extra),
            sums: say::verdict_sums(loss.clone(), extra.clone()),
            lost: Amount {
                title: say::amount_lost_title(),
                period: period(&loss),
                amount: say::figure_alone(loss),
                detail: say::amount_lost_detail(
                    about(within_year),
                    Figure::count(o.customers_lost).named("customers_lost"),
                ),
            },
            exceeding: Amount {
                title: say::amount_exceeding_title(),
                period: period(&extra),
                amount: say::figure_alone(extra),
                detail: exceeding_detail(answer),
            },
            band: say::verdict_band(
                Figure::level(o.band.0).named("band.0"),
                Figure::level(o.band.1).named("band.1"),
                Figure::level(o.sufficient).named("sufficient"),
            ),
            rule: rule(answer),
            notes: notes(answer),
        }
    }
}

fn certainty(verdict: Verdict, draws: &Uncertainty) -> Message {
    let share = match verdict {
        Verdict::Under => draws.verdict.under,
        Verdict::Sufficient => draws.verdict.sufficient,
        Verdict::Over => draws.verdict.over,
    };
    say::chip_certainty(Figure::integer((100.0 * share).round()))
}

fn sentence(answer: &Answer, loss: &Figure, within_year: &Figure, extra: &Figure) -> Message {
    let o = &answer.outcome;
    let who = say::verdict_who(
        names::customers(&answer.entries.segment),
        names::at_tier(&answer.entries.tier),
    );
    let expected = Figure::level(o.expected).named("expected");
    let level = Figure::level(o.level).named("level");
    let loss = about(loss.clone());
    let within_year = about(within_year.clone());
    let extra = about(extra.clone());
    match (o.verdict, answer.is_what_if()) {
        (Verdict::Under, false) => say::verdict_under(who, expected, level, loss, within_year),
        (Verdict::Under, true) => {
            say::verdict_under_what_if(who, expected, level, loss, within_year)
        }
        (Verdict::Sufficient, false) => say::verdict_sufficient(who, expected, level, loss),
        (Verdict::Sufficient, true) => say::verdict_sufficient_what_if(who, expected, level, loss),
        (Verdict::Over, false) => say::verdict_over(who, expected, level, extra),
        (Verdict::Over, true) => say::verdict_over_what_if(who, expected, level, extra),
    }
}

fn exceeding_detail(answer: &Answer) -> Message {
    let o = &answer.outcome;
    if o.level <= o.expected {
        return say::amount_exceeding_none();
    }
    // The parts have names of their own; the sum is theirs.
    say::amount_exceeding_detail(Figure::money(o.exceeding.brings()))
}

fn rule(answer: &Answer) -> Message {
    let o = &answer.outcome;
    let low = Figure::level(o.rule_band.0).named("rule_band.0");
    let high = Figure::level(o.rule_band.1).named("rule_band.1");
    // To the tenth that people read.
    let tenths = |points: f64| (10.0 * points).round();
    let best = tenths(o.sufficient);
    if best >= tenths(o.rule_band.0) && best <= tenths(o.rule_band.1) {
        say::verdict_rule_agrees(low, high)
    } else {
        say::verdict_rule_differs(low, high)
    }
}

fn notes(answer: &Answer) -> Vec<Message> {
    let o = &answer.outcome;
    let cheaper = o.level < o.adequate && o.gap_to_sufficient < 0.0;
    let rung_decides = answer.entries.rung.is_some() && !answer.is_what_if();
    let tier = &answer.entries.tier;
    let mut notes: Vec<Message> = o
        .warnings
        .iter()
        .map(|warning| match warning {
            Warning::ThinMargin => say::note_thin_margin(),
            Warning::EnquiriesExceedCustomers => say::note_enquiries(),
        })
        .collect();
    if !answer.entries.parameters.is_empty() {
        notes.push(say::note_parameters());
    }
    if cheaper {
        notes.push(say::note_poor_is_cheaper());
    }
    if rung_decides && answer.firm.business.price_ratio > 1.0 {
        let difference = o.expected - answer.firm.business.segment_expected.value;
        notes.push(say::note_tier(
            names::at_tier(tier),
            Figure::points(difference),
        ));
    }
    notes
}
