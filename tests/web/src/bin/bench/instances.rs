//! Twenty calculators on a page of somebody else's.

use serde_json::json;
use web::{Browser, Page, Site};

use crate::{figure, median};

/// How many are added to the first.
const FURTHER: usize = 19;

/// Counts what is compiled and finds the memory of what runs, before any of our scripts.
const HOST: &str = "<!doctype html><html lang=en><title>Host</title><script>
    const compiled = {}, memories = new Set();
    const name = (given) => given instanceof Response ? given.url : `${given.byteLength} bytes`;
    for (const way of ['compile', 'compileStreaming', 'instantiate', 'instantiateStreaming']) {
        const original = WebAssembly[way];
        WebAssembly[way] = async (source, ...rest) => {
            const given = await source;
            if (!(given instanceof WebAssembly.Module)) {
                compiled[name(given)] = (compiled[name(given)] ?? 0) + 1;
            }
            const made = await original.call(WebAssembly, given, ...rest);
            for (const it of Object.values((made.instance ?? made).exports ?? {})) {
                if (it instanceof WebAssembly.Memory) memories.add(it);
            }
            return made;
        };
    }
    const size = () => [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
    const whole = (e) => e.shadowRoot.querySelector('.handle[role=slider]');
    const add = () => new Promise((done) => {
        const e = document.createElement('service-level-calculator');
        const start = performance.now();
        const look = () => whole(e) ? done(performance.now() - start) : requestAnimationFrame(look);
        e.addEventListener('slc:ready', look, { once: true });
        document.body.append(e);
        e.start();
    });
    // The simulations of each are over, and what they say is drawn.
    const rest = () => new Promise((done) => setTimeout(done, 3000));
    </script><script src=/slc.js></script><body></body>";

/// Adds one calculator, then the others one after the other.
const ADD: &str = "
    const [further] = arguments;
    const done = arguments[arguments.length - 1];
    (async () => {
        const first = await add();
        await rest();
        const alone = size();
        const times = [];
        for (let i = 0; i < further; i += 1) times.push(await add());
        await rest();
        const more = (size() - alone) / further;
        done({ first, alone, more, times, compiled: Object.values(compiled) });
    })().catch((error) => done(String(error)));";

/// Times and weighs every further calculator of a page.
pub fn measure(browser: &Browser) {
    let site = Site::start();
    site.host_page("/host.html", HOST);
    let page = Page::visit(browser, &site, "/host.html");
    page.until("the element is known", |_| {
        let body = "return !!customElements.get('service-level-calculator')";
        browser.script(body, vec![]) == true
    });
    let told = browser.script_async(ADD, vec![json!(FURTHER)]);
    let numbers = |name: &str| -> Vec<f64> {
        let found = serde_json::from_value(told[name].clone());
        found.unwrap_or_else(|_| panic!("no {name}: {told}"))
    };
    let number = |name: &str| {
        let found = told[name].as_f64();
        found.unwrap_or_else(|| panic!("no {name}: {told}"))
    };
    const MEGABYTE: f64 = 1e6;
    let (times, compiled) = (numbers("times"), numbers("compiled"));
    let most = compiled.iter().copied().fold(0.0, f64::max);
    let what = "compiles of one file on a page with twenty calculators";
    // None at all means that the page was not watched.
    figure(
        what,
        if most > 0.0 { most } else { f64::NAN },
        "",
        Some(1.0),
    );
    let alone = number("alone") / MEGABYTE;
    figure("memory of the program with one of them", alone, "MB", None);
    let more = number("more") / MEGABYTE;
    figure("memory of each further one", more, "MB", Some(1.5));
    figure("the first one, from nothing", number("first"), "ms", None);
    figure("each further one", median(&times), "ms", Some(30.0));
}
