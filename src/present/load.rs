//! How far something is that has to be fetched.

/// How far it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Load {
    /// Nobody has asked for it.
    #[default]
    Idle,
    /// It is on its way.
    Coming,
    /// It did not come; may be asked for again.
    Failed,
    /// It is here.
    Here,
}

impl Load {
    /// How far two things are that are needed together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Failed, _) | (_, Self::Failed) => Self::Failed,
            (Self::Here, other) => other,
            (this, Self::Here) => this,
            (Self::Coming, _) | (_, Self::Coming) => Self::Coming,
            (Self::Idle, Self::Idle) => Self::Idle,
        }
    }
}
