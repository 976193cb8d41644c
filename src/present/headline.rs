//! The verdict: one sentence with the threshold, a chip, and the two amounts side by side.

mod notes;

use super::answer::Answer;
use super::figure::Figure;
use super::names;
use super::text::{Message, say};
use crate::model::{Uncertainty, Verdict};

/// The answer in a few words.
#[derive(Clone, Debug, PartialEq)]
pub struct Headline {
    /// Under, sufficient or over.
    pub verdict: Verdict,
    /// The verdict in a word or two, for the chip.
    pub chip: Message,
    /// How sure the chip is; none before the draws are in.
    pub certainty: Option<Message>,
    /// The verdict in a sentence, with what it costs.
    pub sentence: Message,
    /// Both amounts in a few words.
    pub sums: Message,
    /// Lost to bad service.
    pub lost: Amount,
    /// Cost of exceeding.
    pub exceeding: Amount,
    /// From where to where a level suffices, and where it is best.
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
        say::AmountRange { value: figure }.into()
    } else {
        say::AmountAbout { value: figure }.into()
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
            sums: say::VerdictSums {
                loss: loss.clone(),
                extra: extra.clone(),
            }
            .into(),
            lost: Amount {
                title: say::amount_lost_title(),
                period: period(&loss),
                amount: loss.into(),
                detail: say::AmountLostDetail {
                    soon: about(within_year),
                    customers: Figure::count(o.customers_lost).named("customers_lost"),
                }
                .into(),
            },
            exceeding: Amount {
                title: say::amount_exceeding_title(),
                period: period(&extra),
                amount: extra.into(),
                detail: exceeding_detail(answer),
            },
            band: say::VerdictBand {
                low: Figure::level(o.band.0).named("band.0"),
                high: Figure::level(o.band.1).named("band.1"),
                best: Figure::level(o.sufficient).named("sufficient"),
            }
            .into(),
            rule: rule(answer),
            notes: notes::notes(answer),
        }
    }
}

fn certainty(verdict: Verdict, draws: &Uncertainty) -> Message {
    let share = match verdict {
        Verdict::Under => draws.verdict.under,
        Verdict::Sufficient => draws.verdict.sufficient,
        Verdict::Over => draws.verdict.over,
    };
    say::ChipCertainty {
        simulations: Figure::integer((100.0 * share).round()),
    }
    .into()
}

fn sentence(answer: &Answer, loss: &Figure, within_year: &Figure, extra: &Figure) -> Message {
    let o = &answer.outcome;
    let who = say::VerdictWho {
        customers: names::customers(&answer.entries.segment),
        tier: names::at_tier(&answer.entries.tier),
    }
    .into();
    let expected = Figure::level(o.expected).named("expected");
    let level = Figure::level(o.level).named("level");
    let loss = about(loss.clone());
    let within_year = about(within_year.clone());
    let extra = about(extra.clone());
    match (o.verdict, answer.is_what_if()) {
        (Verdict::Under, false) => say::VerdictUnder {
            who,
            expected,
            level,
            loss,
            soon: within_year,
        }
        .into(),
        (Verdict::Under, true) => say::VerdictUnderWhatIf {
            who,
            expected,
            level,
            loss,
            soon: within_year,
        }
        .into(),
        (Verdict::Sufficient, false) => say::VerdictSufficient {
            who,
            expected,
            level,
            loss,
        }
        .into(),
        (Verdict::Sufficient, true) => say::VerdictSufficientWhatIf {
            who,
            expected,
            level,
            loss,
        }
        .into(),
        (Verdict::Over, false) => say::VerdictOver {
            who,
            expected,
            level,
            extra,
        }
        .into(),
        (Verdict::Over, true) => say::VerdictOverWhatIf {
            who,
            expected,
            level,
            extra,
        }
        .into(),
    }
}

fn exceeding_detail(answer: &Answer) -> Message {
    let o = &answer.outcome;
    if o.level <= o.expected {
        return say::amount_exceeding_none();
    }
    // The parts have names of their own; the sum is theirs.
    say::AmountExceedingDetail {
        brings: Figure::money(o.exceeding.brings()),
    }
    .into()
}

fn rule(answer: &Answer) -> Message {
    let o = &answer.outcome;
    let low = Figure::level(o.rule_band.0).named("rule_band.0");
    let high = Figure::level(o.rule_band.1).named("rule_band.1");
    // To the tenth that people read.
    let tenths = |points: f64| (10.0 * points).round();
    let best = tenths(o.sufficient);
    if best >= tenths(o.rule_band.0) && best <= tenths(o.rule_band.1) {
        say::VerdictRuleAgrees { low, high }.into()
    } else {
        say::VerdictRuleDiffers { low, high }.into()
    }
}
