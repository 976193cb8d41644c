//! The verdict: one sentence with the threshold, a chip, and what the level costs.

mod notes;

use super::answer::Answer;
use super::names;
use super::net_margin;
use super::odds;
use l10n::figure::Figure;
use l10n::text::{Message, say};
use model::{Tables, Uncertainty, Verdict};

/// The answer in a few words.
#[derive(Clone, Debug, PartialEq)]
pub struct Headline {
    /// Under, sufficient or over; none while nothing is said of the visitor.
    pub verdict: Option<Verdict>,
    /// The verdict in a word or two, for the chip.
    pub chip: Message,
    /// How sure the chip is; nothing is to be sure of while nothing is said of the visitor.
    pub certainty: Option<Message>,
    /// The verdict in a sentence, with the threshold.
    pub sentence: Message,
    /// What it forgoes, or what suffices, in a few words.
    pub sums: Message,
}

/// What the level costs.
#[derive(Clone, Debug, PartialEq)]
pub struct Costs {
    /// What it forgoes against the best level: the net of all that follows.
    pub net: Amount,
    /// Lost to bad service.
    pub lost: Amount,
    /// Spent above expectations.
    pub spent: Amount,
    /// From where to where a level suffices, and where it is best.
    pub band: Message,
    /// The rule of thumb beside it.
    pub rule: Message,
    /// What to be careful about.
    pub notes: Vec<Message>,
}

/// An amount.
#[derive(Clone, Debug, PartialEq)]
pub struct Amount {
    /// What it is.
    pub title: Message,
    /// How much.
    pub amount: Message,
    /// What is in it.
    pub detail: Message,
    /// The same in months of the business's profit, where that is known.
    pub profit: Option<Message>,
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
    if figure.range.is_some() || figure.value == 0.0 {
        say::AmountRange { value: figure }.into()
    } else {
        say::AmountAbout { value: figure }.into()
    }
}

impl Headline {
    /// The headline of an answer, with its certainty where the draws are in.
    #[must_use]
    pub fn new(answer: &Answer, tables: &Tables, draws: Option<&Uncertainty>) -> Self {
        let verdict = answer.outcome.verdict;
        let own = answer.is_own(tables);
        Self {
            verdict: own.then_some(verdict),
            chip: if own {
                names::verdict(verdict)
            } else {
                say::chip_market()
            },
            certainty: own.then(|| match draws {
                Some(draws) => certainty(verdict, draws),
                None => say::chip_central(),
            }),
            sentence: sentence(answer, own),
            sums: sums(answer, own, draws),
        }
    }
}

impl Costs {
    /// What an answer's level costs, with ranges where the draws are in.
    #[must_use]
    pub fn new(answer: &Answer, tables: &Tables, draws: Option<&Uncertainty>) -> Self {
        let o = &answer.outcome;
        let net = Figure::money(o.gap_to_sufficient).named("gap_to_sufficient");
        let loss = Figure::money(o.loss).named("loss");
        let within_year = Figure::money(o.loss_within_year).named("loss_within_year");
        let within_year = ranged(within_year, draws.map(|d| d.loss_within_year));
        let extra = Figure::money(o.exceeding.extra_cost).named("exceeding.extra_cost");
        let exceeds = o.level > o.expected;
        let spent = draws.map(|d| d.extra_cost).filter(|_| exceeds);
        Self {
            net: Amount {
                title: say::amount_net_title(),
                amount: about(ranged(net, draws.map(|d| d.gap))),
                detail: match draws {
                    Some(_) => say::amount_likely(),
                    None => say::amount_central(),
                },
                profit: net_margin::months(answer, o.gap_to_sufficient),
            },
            lost: Amount {
                title: say::amount_lost_title(),
                amount: about(ranged(loss, draws.map(|d| d.loss))),
                detail: say::AmountLostDetail {
                    soon: about(within_year),
                    lost: odds::lost(answer),
                }
                .into(),
                profit: None,
            },
            spent: Amount {
                title: say::amount_exceeding_title(),
                amount: about(ranged(extra, spent)),
                detail: if exceeds {
                    // The parts have names of their own; the sum is theirs.
                    let brings = Figure::money(o.exceeding.brings());
                    say::AmountExceedingDetail { brings }.into()
                } else {
                    say::amount_exceeding_none()
                },
                profit: None,
            },
            band: say::VerdictBand {
                low: Figure::level(o.band.0).named("band.0"),
                high: Figure::level(o.band.1).named("band.1"),
                best: Figure::level(o.sufficient).named("sufficient"),
            }
            .into(),
            rule: rule(answer),
            notes: notes::notes(answer, tables, draws),
        }
    }
}

fn certainty(verdict: Verdict, draws: &Uncertainty) -> Message {
    say::ChipCertainty {
        simulations: Figure::integer((100.0 * draws.verdict.of(verdict)).round()),
    }
    .into()
}

fn sentence(answer: &Answer, own: bool) -> Message {
    let o = &answer.outcome;
    let market = say::VerdictMarket {
        who: say::VerdictWho {
            customers: names::customers(&answer.entries.segment),
            tier: names::at_tier(&answer.entries.tier),
        }
        .into(),
        expected: Figure::level(o.expected).named("expected"),
        low: Figure::level(o.band.0).named("band.0"),
        high: Figure::level(o.band.1).named("band.1"),
    }
    .into();
    let level = Figure::level(o.level).named("level");
    let what_if = answer.is_what_if;
    match (own, o.verdict, what_if) {
        (false, ..) => say::VerdictNobody { market }.into(),
        (_, Verdict::Under, false) => say::VerdictUnder { market, level }.into(),
        (_, Verdict::Under, true) => say::VerdictUnderWhatIf { market, level }.into(),
        (_, Verdict::Sufficient, false) => say::VerdictSufficient { market, level }.into(),
        (_, Verdict::Sufficient, true) => say::VerdictSufficientWhatIf { market, level }.into(),
        (_, Verdict::Over, false) if o.levers.holds() => say::VerdictHold { market, level }.into(),
        (_, Verdict::Over, false) => say::VerdictOver { market, level }.into(),
        (_, Verdict::Over, true) => say::VerdictOverWhatIf { market, level }.into(),
    }
}

fn sums(answer: &Answer, own: bool, draws: Option<&Uncertainty>) -> Message {
    let o = &answer.outcome;
    if own {
        let forgone = ranged(Figure::money(o.gap_to_sufficient), draws.map(|d| d.gap));
        return say::VerdictSums { forgone }.into();
    }
    say::VerdictSumsMarket {
        low: Figure::level(o.band.0),
        high: Figure::level(o.band.1),
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
