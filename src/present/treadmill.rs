//! The treadmill.
