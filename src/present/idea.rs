//! Test an idea: what each costs and brings, five questions, and the ideas ranked.

mod example;

use super::field::FieldView;
use super::rank::rank;
use super::scale::sound;
use crate::session::{Entries, Entry, Field, IDEA_FIELDS, IdeaEntries, Pairs, Session};
pub use example::Example;
use l10n::figure::Figure;
use l10n::text::{Message, say};
use model::{Idea, Inputs, Tables, Tested, Worth, idea};

/// An idea as the panel shows it.
#[derive(Clone, Debug, PartialEq)]
pub struct IdeaView {
    /// Its place among the entries.
    pub index: usize,
    /// What it is called.
    pub name: Message,
    /// Its numbers.
    pub fields: Vec<FieldView>,
    /// The five questions, and whether each is answered.
    pub questions: [(Message, bool); 5],
    /// What is not answered.
    pub risks: Vec<Message>,
    /// Whether it is worth it; none where an entry is not valid and never was.
    pub result: Option<ResultView>,
}

/// Whether an idea is worth it.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultView {
    /// Whether it pays, pays while it is new, or does not.
    pub worth: Worth,
    /// The same in a few words, for the chip.
    pub chip: Message,
    /// The same in a sentence with the net sum.
    pub sentence: Message,
    /// Gain less all costs, a year.
    pub net: Figure,
    /// What it brings a year.
    pub gain: Figure,
    /// What it costs a year.
    pub cost: Message,
    /// When the one-off cost is back.
    pub payback: Message,
    /// From which change of the level it pays.
    pub break_even: Message,
    /// Whether it is about earlier entries, because one now is not valid.
    pub stale: bool,
}

/// Everything that the results depend on: not the names, nor the answers to the questions.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    inputs: Inputs,
    parameters: Pairs<String, f64>,
    ideas: Vec<Option<Idea>>,
}

impl Asked {
    /// What a session asks: its ideas, tested on the last valid business at its own level.
    #[must_use]
    pub fn new(session: &Session, tables: &Tables) -> Self {
        let ideas = session.entries.ideas.iter();
        Self {
            inputs: session.good.inputs(tables),
            parameters: session.good.parameters.clone(),
            ideas: ideas
                .map(|idea| numbers(idea, &session.entries, tables))
                .collect(),
        }
    }

    /// What each idea brings; none where an entry is not valid. `session` is the one it was made of.
    #[must_use]
    pub fn answers(&self, session: &Session, tables: &Tables) -> Vec<Option<Tested>> {
        let tables = session.good.tables(tables);
        let test = |asked: &Option<Idea>| idea(&self.inputs, asked.as_ref()?, &tables).ok();
        self.ideas.iter().map(test).collect()
    }
}

/// The numbers of an idea as the model takes them; none where one is not valid.
fn numbers(of: &IdeaEntries, entries: &Entries, tables: &Tables) -> Option<Idea> {
    let number = |field| {
        let view = FieldView::apart(field, entry(of, field), entries, tables);
        view.error.is_none().then_some(view.value)
    };
    Some(Idea {
        one_off: number(Field::IdeaOneOff)?,
        monthly: number(Field::IdeaMonthly)?,
        minutes: number(Field::IdeaMinutes)?,
        wage: sound(Field::Wage, entries, tables)?,
        d_level: number(Field::IdeaLevel)?,
        d_consistency: number(Field::IdeaConsistency)?,
    })
}

fn entry(idea: &IdeaEntries, field: Field) -> &Entry {
    idea.numbers.get(&field).unwrap_or(&Entry::Unknown)
}

impl IdeaView {
    /// The idea at `index`, with its result and whether that is stale.
    #[must_use]
    pub fn new(
        index: usize,
        entries: &Entries,
        tables: &Tables,
        (tested, stale): (Option<Tested>, bool),
    ) -> Option<Self> {
        let idea = entries.ideas.get(index)?;
        let fields = IDEA_FIELDS
            .map(|field| FieldView::apart(field, entry(idea, field), entries, tables))
            .to_vec();
        let asked = [
            (say::idea_asks_cost(), say::idea_risk_cost()),
            (say::idea_asks_needs(), say::idea_risk_needs()),
            (say::idea_asks_cope(), say::idea_risk_cope()),
            (say::idea_asks_train(), say::idea_risk_train()),
            (say::idea_asks_effect(), say::idea_risk_effect()),
        ];
        let open = asked.iter().zip(idea.answered).filter(|(_, known)| !known);
        let risks = open.map(|((_, risk), _)| risk.clone()).collect();
        let mut answered = idea.answered.into_iter();
        Some(Self {
            index,
            name: name(index, idea),
            fields,
            risks,
            questions: asked.map(|(question, _)| (question, answered.next().unwrap_or(false))),
            result: tested.map(|tested| ResultView::new(index, &tested, stale, tables)),
        })
    }
}

fn name(index: usize, idea: &IdeaEntries) -> Message {
    match idea.name.trim() {
        "" => say::IdeaUnnamed {
            number: Figure::integer((index + 1) as f64),
        }
        .into(),
        name => Message::from(name.to_owned()),
    }
}

impl ResultView {
    fn new(index: usize, tested: &Tested, stale: bool, tables: &Tables) -> Self {
        let named = |figure: Figure, path: &str| figure.named(format!("idea.{index}.{path}"));
        let net = named(Figure::money(tested.net).signed(), "net");
        let cost = named(Figure::money(tested.yearly_cost), "yearly_cost");
        let years = Figure::number(tables.constants.horizon_years, 0);
        let (chip, sentence) = match tested.verdict {
            Worth::Pays => (
                say::idea_pays(),
                say::IdeaPaysSentence { net: net.clone() }.into(),
            ),
            Worth::WhileNew => (
                say::idea_while_new(),
                say::IdeaWhileNewSentence {
                    years: years.clone(),
                    net: net.clone(),
                }
                .into(),
            ),
            Worth::DoesNotPay => (
                say::idea_does_not_pay(),
                say::IdeaDoesNotPaySentence { net: net.clone() }.into(),
            ),
        };
        let payback = match tested.payback_months {
            None => say::IdeaNoPayback { years }.into(),
            Some(0.0) => say::idea_nothing_to_pay_back(),
            Some(months) => say::IdeaPayback {
                months: named(Figure::number(months, 1), "payback_months"),
            }
            .into(),
        };
        let break_even = match tested.break_even_level {
            None => say::idea_at_no_level(),
            Some(0.0) => say::idea_at_this_level(),
            Some(change) => {
                let change = Figure::points(change).signed();
                say::IdeaAtChange {
                    change: named(change, "break_even_level"),
                }
                .into()
            }
        };
        Self {
            worth: tested.verdict,
            chip,
            sentence,
            net,
            gain: named(Figure::money(tested.yearly_gain).signed(), "yearly_gain"),
            cost: if tested.yearly_cost < 0.0 {
                say::IdeaASaving { cost }.into()
            } else {
                cost.into()
            },
            payback,
            break_even,
            stale,
        }
    }
}

/// The ideas that have a result, the best net first.
#[must_use]
pub fn ranked(ideas: &[IdeaView]) -> Vec<(&IdeaView, &ResultView)> {
    let with_result = ideas
        .iter()
        .filter_map(|idea| Some((idea, idea.result.as_ref()?)));
    let mut ranked: Vec<_> = with_result.collect();
    rank(&mut ranked, |(_, a), (_, b)| a.net.value > b.net.value);
    ranked
}
