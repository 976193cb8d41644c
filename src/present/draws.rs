//! The draws over everything uncertain: how far they are, and which study they are about.

use model::{DRAWS, Outcome, Uncertainty};
use std::rc::Rc;

/// A study in numbers, by which draws and answers are matched.
pub type Numbers = Rc<[f64]>;

/// Where the draws of a study stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// Nothing is drawn yet.
    #[default]
    Idle,
    /// So many simulations are drawn.
    Running(usize),
    /// All are.
    Done,
    /// The user stopped them.
    Cancelled,
    /// The worker did not load, or broke off.
    Failed,
}

/// What happens to the draws of a study.
#[derive(Clone, Debug, PartialEq)]
pub enum DrawsEvent {
    /// So many simulations are drawn.
    Progress(usize),
    /// So many are, and this is what they say.
    Said(usize, Uncertainty),
    /// The user stops them.
    Cancel,
    /// They are made in the page itself, because no worker could be started.
    WithoutWorker,
    /// They could not be made, or broke off.
    Fail,
}

/// The draws of the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draws {
    /// Whether they are made in the page itself, for want of a worker.
    pub without_worker: bool,
    /// The study that something happened to last, and where its draws stand.
    stage: (Numbers, Stage),
    last: Option<Last>,
}

/// What the draws said last: about which study, and how many they were.
#[derive(Clone, Debug, PartialEq)]
struct Last {
    study: Numbers,
    said: Rc<Uncertainty>,
    done: usize,
}

impl Draws {
    /// The draws after something happened to those of a study.
    #[must_use]
    pub fn apply(&self, study: Numbers, event: DrawsEvent) -> Self {
        let mut next = self.clone();
        let stage = match event {
            DrawsEvent::Progress(done) => Stage::Running(done),
            DrawsEvent::Said(done, said) => {
                // A first thousand says no more than all of them did.
                let known = |last: &Last| last.study == study && last.done > done;
                if !next.last.as_ref().is_some_and(known) {
                    next.last = Some(Last {
                        study: study.clone(),
                        said: Rc::new(said),
                        done,
                    });
                }
                match done {
                    DRAWS.. => Stage::Done,
                    _ => Stage::Running(done),
                }
            }
            DrawsEvent::WithoutWorker => {
                next.without_worker = true;
                Stage::Running(0)
            }
            DrawsEvent::Cancel => Stage::Cancelled,
            DrawsEvent::Fail => Stage::Failed,
        };
        next.stage = (study, stage);
        next
    }

    /// Where the draws of a study stand.
    #[must_use]
    pub fn stage(&self, study: &[f64]) -> Stage {
        let (of, stage) = &self.stage;
        if **of == *study { *stage } else { Stage::Idle }
    }

    /// What they say about this very study, if they do.
    #[must_use]
    pub fn about(&self, study: &[f64]) -> Option<&Rc<Uncertainty>> {
        let last = self.last.as_ref()?;
        (*last.study == *study).then_some(&last.said)
    }

    /// What they say about this study; while its own are coming, what they said about the one
    /// before, where this one's figures still lie within.
    #[must_use]
    pub fn following(&self, study: &[f64], outcome: &Outcome) -> Option<&Rc<Uncertainty>> {
        let said = &self.last.as_ref()?.said;
        let holds = |[low, _, high]: [f64; 3], value: f64| (low..=high).contains(&value);
        let coming = matches!(self.stage(study), Stage::Idle | Stage::Running(_));
        let still = || {
            coming
                && holds(said.loss, outcome.loss)
                && holds(said.loss_within_year, outcome.loss_within_year)
                && holds(said.extra_cost, outcome.exceeding.extra_cost)
        };
        self.about(study).or_else(|| still().then_some(said))
    }

    /// What they said last, and whether that was about an earlier study.
    #[must_use]
    pub fn last(&self, study: &[f64]) -> Option<(&Uncertainty, bool)> {
        let last = self.last.as_ref()?;
        Some((&last.said, *last.study != *study))
    }
}
