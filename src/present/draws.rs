//! The draws over everything uncertain: how far they are, and which study they are about.

use crate::model::Uncertainty;
use std::rc::Rc;

/// A study in numbers, by which draws and answers are matched.
pub type Numbers = Rc<[f64]>;

/// Where the draws stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// Nothing is drawn yet: the input has to rest first.
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

/// What happens to the draws.
#[derive(Clone, Debug, PartialEq)]
pub enum DrawsEvent {
    /// There is another study; it may be the last one again.
    Study(Numbers),
    /// So many simulations are drawn.
    Progress(usize),
    /// All are, and this is what they say.
    Done(Uncertainty),
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
    /// Where they stand.
    pub stage: Stage,
    /// Whether they are made in the page itself, for want of a worker.
    pub without_worker: bool,
    study: Numbers,
    last: Option<(Numbers, Rc<Uncertainty>)>,
}

impl Draws {
    /// The draws after an event.
    #[must_use]
    pub fn apply(&self, event: DrawsEvent) -> Self {
        let mut next = self.clone();
        next.stage = match event {
            DrawsEvent::Study(study) => {
                next.study = study;
                match next.last() {
                    Some((_, false)) => Stage::Done,
                    _ => Stage::Idle,
                }
            }
            DrawsEvent::Progress(done) => Stage::Running(done),
            DrawsEvent::Done(said) => {
                next.last = Some((next.study.clone(), Rc::new(said)));
                Stage::Done
            }
            DrawsEvent::WithoutWorker => {
                next.without_worker = true;
                next.stage
            }
            DrawsEvent::Cancel => Stage::Cancelled,
            DrawsEvent::Fail => Stage::Failed,
        };
        next
    }

    /// What they say about this very study, if they do.
    #[must_use]
    pub fn about(&self, study: &[f64]) -> Option<&Rc<Uncertainty>> {
        let (of, said) = self.last.as_ref()?;
        (**of == *study).then_some(said)
    }

    /// What they said last, and whether that was about an earlier study.
    #[must_use]
    pub fn last(&self) -> Option<(&Uncertainty, bool)> {
        let (of, said) = self.last.as_ref()?;
        Some((said, *of != self.study))
    }
}
