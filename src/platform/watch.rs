//! Whether an element is in view.

#[cfg(target_arch = "wasm32")]
pub use browser::watch;

use std::any::Any;

/// Something that is watched until this is dropped.
#[derive(Debug, Default)]
pub struct Watching {
    _observer: Option<Box<dyn Any>>,
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use super::Watching;
    use js_sys::Array;
    use wasm_bindgen::prelude::*;
    use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry};
    use yew::Callback;

    /// An observer with the closure that it calls.
    struct Observer {
        observer: IntersectionObserver,
        _heard: Closure<dyn Fn(Array)>,
    }

    impl Drop for Observer {
        fn drop(&mut self) {
            self.observer.disconnect();
        }
    }

    /// Calls back whenever an element comes into view or goes out of it. Watches nothing where the
    /// browser refuses.
    pub fn watch(element: &Element, then: Callback<bool>) -> Watching {
        let heard = Closure::<dyn Fn(Array)>::new(move |entries: Array| {
            let last = entries.iter().last();
            let last = last.and_then(|entry| entry.dyn_into::<IntersectionObserverEntry>().ok());
            if let Some(entry) = last {
                then.emit(entry.is_intersecting());
            }
        });
        let Ok(observer) = IntersectionObserver::new(heard.as_ref().unchecked_ref()) else {
            return Watching::default();
        };
        observer.observe(element);
        Watching {
            _observer: Some(Box::new(Observer {
                observer,
                _heard: heard,
            })),
        }
    }
}
