//! The one program of the page, split into parts: exports `mount`.

#[cfg(target_arch = "wasm32")]
mod mount;

fn main() {
    #[cfg(target_arch = "wasm32")]
    yew::set_custom_panic_hook(Box::new(service_level_calculator::panics::throw));
}
