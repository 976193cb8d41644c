//! The program that makes the simulations: in a worker, or in slices on a page that may have none.
//! There is no Yew in it.

#[cfg(target_arch = "wasm32")]
mod simulation {
    use model::{DRAWS, Draw, SEED, Study, Uncertainty};
    use wasm_bindgen::prelude::*;

    /// Simulations of a study that is under way.
    #[wasm_bindgen]
    pub struct Simulation {
        study: Study,
        seed: u64,
        drawn: Vec<Draw>,
    }

    #[wasm_bindgen]
    impl Simulation {
        /// Of a study in numbers.
        ///
        /// # Errors
        /// The numbers are those of another version.
        #[wasm_bindgen(constructor)]
        pub fn new(numbers: &[f64]) -> Result<Self, JsError> {
            let study = Study::from_numbers(numbers);
            Ok(Self {
                study: study.ok_or_else(|| JsError::new("a study of another version"))?,
                seed: SEED,
                drawn: Vec::with_capacity(DRAWS),
            })
        }

        /// Makes so many more; returns how many there are.
        pub fn step(&mut self, count: u32) -> u32 {
            let left = DRAWS - self.drawn.len();
            let mut draws = self.study.draws(self.seed);
            self.drawn
                .extend(draws.by_ref().take(left.min(count as usize)));
            self.seed = draws.seed();
            self.drawn.len() as u32
        }

        /// How many there will be.
        #[wasm_bindgen(getter)]
        pub fn total(&self) -> u32 {
            DRAWS as u32
        }

        /// What all of them say, in numbers.
        pub fn result(&self) -> Vec<f64> {
            Uncertainty::of(&self.drawn).to_numbers()
        }
    }
}

fn main() {}
