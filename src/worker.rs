//! The program of the worker that draws the uncertainty.
//!
//! It says 0 when it is ready, takes a study in numbers, says how many worlds are drawn after each
//! slice, hands back what they say in numbers, and ends.

#[cfg(target_arch = "wasm32")]
mod worker {
    use js_sys::Float64Array;
    use service_level_calculator::model::{DRAWS, Draw, SEED, Study, Uncertainty};
    use wasm_bindgen::prelude::*;
    use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

    /// Worlds between two reports of progress.
    const SLICE: usize = 500;

    /// Waits for a study.
    pub fn listen() {
        let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
        let answer = {
            let scope = scope.clone();
            Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
                let numbers = event.data().unchecked_into::<Float64Array>().to_vec();
                match Study::from_numbers(&numbers) {
                    Some(study) => draw(&scope, &study),
                    None => wasm_bindgen::throw_str("the worker is of another version"),
                }
            })
        };
        scope.set_onmessage(Some(answer.as_ref().unchecked_ref()));
        // It lives as long as the worker.
        answer.forget();
        say(&scope, 0);
    }

    fn draw(scope: &DedicatedWorkerGlobalScope, study: &Study) {
        let mut draws = study.draws(SEED);
        let mut drawn: Vec<Draw> = Vec::with_capacity(DRAWS);
        while drawn.len() < DRAWS {
            let left = DRAWS - drawn.len();
            drawn.extend(draws.by_ref().take(SLICE.min(left)));
            say(scope, drawn.len());
        }
        let numbers = Uncertainty::of(&drawn).to_numbers();
        post(scope, &Float64Array::from(&*numbers));
        scope.close();
    }

    fn say(scope: &DedicatedWorkerGlobalScope, done: usize) {
        post(scope, &JsValue::from(done as u32));
    }

    fn post(scope: &DedicatedWorkerGlobalScope, message: &JsValue) {
        // Numbers can always be copied, so this cannot fail.
        let _ = scope.post_message(message);
    }
}

fn main() {
    #[cfg(target_arch = "wasm32")]
    worker::listen();
}
