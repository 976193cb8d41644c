//! When something is done: now, after the next frame, or once the page is idle.

#[cfg(target_arch = "wasm32")]
mod browser;

#[cfg(target_arch = "wasm32")]
pub use browser::Scheduler;

/// When something is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Priority {
    /// After the next frame is painted: what follows from an entry.
    NextFrame,
    /// Once the visitor has paused and the page has nothing to do: what would only delay the next
    /// entry.
    Rest,
    /// Once the page has nothing to do: what may be needed later.
    Idle,
}

/// Something that is scheduled. It is cancelled when this is dropped.
#[derive(Default)]
pub struct Scheduled(Option<Box<dyn FnOnce()>>);

impl Scheduled {
    /// Something that `cancel` takes back.
    #[must_use]
    pub fn new(cancel: impl FnOnce() + 'static) -> Self {
        Self(Some(Box::new(cancel)))
    }
}

impl Drop for Scheduled {
    fn drop(&mut self) {
        if let Some(cancel) = self.0.take() {
            cancel();
        }
    }
}
