//! Twenty calculators on one page: one program, and each its own state.

use serde_json::{Value, from_value, json};
use web::{Browser, Page, Site, model};

tests![
    twenty_on_a_page_share_one_program,
    each_has_its_own_state,
    a_label_moves_its_own_field_only,
    a_further_one_answers_first,
    the_simulations_of_all_are_made,
];

/// Counts what is compiled and what is simulated, and keeps every memory.
const COUNT: &str = "
    window.compiled = [];
    window.memories = new Set();
    const keep = (instance) => {
        for (const value of Object.values(instance.exports))
            if (value instanceof WebAssembly.Memory) window.memories.add(value);
        return instance;
    };
    const { compile, compileStreaming, instantiate, instantiateStreaming } = WebAssembly;
    WebAssembly.compile = (bytes) => { compiled.push('bytes'); return compile(bytes); };
    WebAssembly.compileStreaming = async (source) => {
        const response = await source;
        compiled.push(response.url);
        return compileStreaming(response);
    };
    WebAssembly.instantiate = async (source, imports) => {
        if (source instanceof WebAssembly.Module) return keep(await instantiate(source, imports));
        compiled.push('bytes');
        const result = await instantiate(source, imports);
        keep(result.instance);
        return result;
    };
    WebAssembly.instantiateStreaming = async (source, imports) => {
        const response = await source;
        compiled.push(response.url);
        const result = await instantiateStreaming(response, imports);
        keep(result.instance);
        return result;
    };
    window.studies = 0;
    const { postMessage } = Worker.prototype;
    Worker.prototype.postMessage = function (...order) {
        window.studies += order[0].study ? 1 : 0;
        return postMessage.apply(this, order);
    };";

const CURRENCIES: [&str; 3] = ["USD", "EUR", "RUB"];

fn open<'a>(browser: &'a Browser, site: &'a Site, count: usize) -> Page<'a> {
    let element = |at: usize| {
        let language = ["en", "ru"][at % 2];
        let currency = CURRENCIES[at % 3];
        format!(
            "<service-level-calculator id=c{at} lang={language} currency={currency}>Wait</service-level-calculator>"
        )
    };
    let elements: String = (0..count).map(element).collect();
    let html = format!(
        "<!doctype html><html lang=en><title>Host</title><script>{COUNT}</script>\
        <script async src=/slc.js></script><h1>Host</h1>{elements}</html>"
    );
    site.host_page("/host.html", html);
    let page = Page::visit(browser, site, "/host.html");
    page.start_all();
    page.until("all of them are complete", || {
        page.count(".slc[data-complete]") == count
    });
    page
}

fn states(browser: &Browser) -> Vec<String> {
    let body = "return deep(document, 'service-level-calculator').map(e => e.state ?? '')";
    from_value(browser.script(body, vec![])).unwrap()
}

fn state_of(browser: &Browser, id: &str) -> Value {
    let body = "return document.getElementById(arguments[0]).state";
    browser.script(body, vec![json!(id)])
}

fn twenty_on_a_page_share_one_program(browser: &Browser) {
    let site = Site::start();
    let page = open(browser, &site, 20);
    let compiled = browser.script("return compiled", vec![]);
    let compiled: Vec<String> = from_value(compiled).unwrap();
    let programs = compiled.iter().filter(|url| url.contains("/app-"));
    assert_eq!(programs.count(), 1, "{compiled:?}");
    assert_eq!(site.asked_for("app-*.wasm"), 1);
    assert_eq!(site.asked_for("screen-*.wasm"), 1);
    assert_eq!(site.asked_for("style-"), 1);
    let bytes = browser.script(
        "return [memories.size, [...memories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0)]",
        vec![],
    );
    assert_eq!(bytes[0], 1, "one memory for all");
    let bytes = bytes[1].as_u64().unwrap();
    println!(
        "{:?}: {} KB of the program's memory for each of 20",
        browser.engine(),
        bytes / 20 / 1024
    );
    assert!(bytes / 20 < 1 << 20, "{bytes} bytes for 20");
    for at in 0..20 {
        page.look_in(&format!("#c{at}"));
        let language = ["en", "ru"][at % 2];
        assert_eq!(page.count(&format!(".slc[lang={language}]")), 1);
        assert_eq!(page.value("currency"), CURRENCIES[at % 3], "c{at}");
    }
    page.assert_clean();
}

fn each_has_its_own_state(browser: &Browser) {
    let site = Site::start();
    let page = open(browser, &site, 20);
    // Nothing is entered yet, so there is nothing to tell.
    assert_eq!(states(browser), vec![String::new(); 20]);
    page.look_in("#c4");
    page.fill("cheque", "77");
    page.choose("rung", "basic");
    let inputs = json!({ "segment": "clinic", "rung": "basic", "cheque": 77 });
    page.expect(&model::outcome(inputs), &["loss", "level"]);
    page.until("the change is told", || {
        let told = page.told("slc:change");
        let last = told.last().map(|(_, detail)| detail["state"].clone());
        let now = state_of(browser, "c4");
        last.as_ref() == Some(&now) && now.as_str().is_some_and(|now| now.contains("n.cheque=77"))
    });
    page.look_everywhere();
    let after = states(browser);
    let changed: Vec<_> = (0..20).filter(|at| !after[*at].is_empty()).collect();
    assert_eq!(changed, [4]);
    let told: Vec<Value> = page
        .told("slc:change")
        .iter()
        .map(|(id, _)| json!(id))
        .collect();
    assert!(told.iter().all(|id| id == "c4"), "{told:?}");
    page.assert_clean();
}

fn a_label_moves_its_own_field_only(browser: &Browser) {
    let site = Site::start();
    let page = open(browser, &site, 3);
    let chosen = "return deep(document, 'select[name=tier]').map(e => e.value)";
    assert_eq!(
        browser.script(chosen, vec![]),
        json!(["standard", "standard", "standard"])
    );
    page.look_in("#c1");
    page.choose("tier", "premium");
    page.open_line("cheque");
    page.click("label[for=cheque]");
    assert_eq!(
        browser.script("return [document.activeElement.id, active().id]", vec![]),
        json!(["c1", "cheque"])
    );
    page.look_everywhere();
    page.until("its own tier has moved", || {
        browser.script(chosen, vec![]) == json!(["standard", "premium", "standard"])
    });
    page.assert_clean();
}

/// What stands below the answer of a further one, and its simulations, wait for a moment with nothing
/// to do: here there is none until the test says so.
fn a_further_one_answers_first(browser: &Browser) {
    let site = Site::start();
    let page = open(browser, &site, 1);
    page.until("its simulations are made", || {
        page.count(".likely-band") == 1
    });
    let busy = "window.waiting = [];
        window.studies = 0;
        window.requestIdleCallback = (then) => waiting.push(then);
        window.further = document.createElement('service-level-calculator');
        further.id = 'further';
        document.body.append(further);
        further.start()";
    browser.script(busy, vec![]);
    page.look_in("#further");
    page.until("it answers", || page.count(".handle[role=slider]") == 1);
    page.choose("rung", "basic");
    let inputs = json!({ "segment": "clinic", "rung": "basic" });
    page.expect(&model::outcome(inputs), &["expected", "level"]);
    assert_eq!(page.count(".slc[data-complete], .panels"), 0);
    assert_eq!(browser.script("return studies", vec![]), 0);
    page.until("all of it is there", || {
        browser.script("waiting.splice(0).forEach(then => then())", vec![]);
        page.count(".slc[data-complete] .panels") == 1
    });
    page.until("its simulations are made, too", || {
        page.count(".likely-band") == 1
    });
    assert_eq!(page.count("[name=rung][value=basic]:checked"), 1);
    // What is shown already is never drawn in two steps.
    browser.script("further.setAttribute('theme', 'dark')", vec![]);
    page.until("it is dark, and all of it is there", || {
        page.count(".slc[data-theme=dark][data-complete] .panels") == 1
    });
    assert_eq!(page.count("[name=rung][value=basic]:checked"), 1);
    assert_eq!(site.asked_for("below-*.wasm"), 1);
    page.assert_clean();
}

/// They share one worker: what waits for all simulations comes in each.
fn the_simulations_of_all_are_made(browser: &Browser) {
    let site = Site::start();
    let page = open(browser, &site, 4);
    let choose = "deep(document, '[name=rung][value=basic]').forEach(chair => chair.click())";
    browser.script(choose, vec![]);
    page.until("each says what asking customers would bring", || {
        page.count("[data-lever=survey]") == 4
    });
    page.assert_clean();
}
