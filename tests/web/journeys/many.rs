//! Several calculators on one page: one program, and a state for each.

use serde_json::{Value, from_value, json};
use web::{Browser, Now, Page, Site, expected};

tests![
    ten_share_one_program_and_have_a_state_each,
    a_label_focuses_the_field_of_its_own_calculator: everywhere,
    a_further_one_answers_first,
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
const LANGUAGES: [&str; 2] = ["en", "ru"];

fn open<'a>(browser: &'a Browser, site: &'a Site, count: usize) -> Page<'a> {
    let element = |at: usize| {
        let (language, currency) = (LANGUAGES[at % 2], CURRENCIES[at % 3]);
        format!(
            "<service-level-calculator id=c{at} lang={language} currency={currency}>Wait</service-level-calculator>"
        )
    };
    let elements: String = (0..count).map(element).collect();
    let head = format!("<script>{COUNT}</script><script async src=/slc.js></script>");
    let page = Page::visit_host(browser, site, &head, &elements);
    page.start_all();
    page.expect_count(".slc[data-complete]", count);
    page
}

fn states(now: &Now) -> Vec<String> {
    let body =
        "return [...document.querySelectorAll('service-level-calculator')].map(e => e.state ?? '')";
    from_value(now.script(body, vec![])).unwrap()
}

fn ten_share_one_program_and_have_a_state_each(browser: &Browser) {
    let count = 10;
    let site = Site::start();
    let page = open(browser, &site, count);
    for at in 0..count {
        page.look_in(&format!("#c{at}"));
        let (language, currency) = (LANGUAGES[at % 2], CURRENCIES[at % 3]);
        page.expect_some(&format!(".slc[lang={language}]"));
        page.expect_value("currency", currency);
    }
    page.always("there is one program, and one memory", |now| {
        let read = "return [compiled.filter(url => url.includes('/app-')).length, memories.size]";
        now.script(read, vec![]) == json!([1, 1])
    });
    for file in ["app-*.wasm", "screen-*.wasm", "style-"] {
        assert_eq!(site.asked_for(file), 1, "{file}");
    }
    page.expect_eq("states at first", vec![String::new(); count], states);
    page.look_in("#c4");
    page.fill("cheque", "77");
    page.choose("rung", "basic");
    let inputs = json!({ "segment": "clinic", "rung": "basic", "cheque": 77 });
    page.expect(&expected::outcome(inputs), &["loss", "level"]);
    page.look_everywhere();
    page.until("the change is emitted", |now| {
        let emitted = now.told("slc:change");
        let last = emitted.last().map(|(_, detail)| detail["state"].clone());
        let state = states(now)[4].clone();
        state.contains("n.cheque=77") && last == Some(Value::from(state))
    });
    page.always("no other one has changed", |now| {
        let states = states(now);
        let mut others = states.iter().enumerate().filter(|(at, _)| *at != 4);
        let changes = now.told("slc:change");
        others.all(|(_, state)| state.is_empty()) && changes.iter().all(|(id, _)| id == "c4")
    });
    page.assert_clean();
}

fn a_label_focuses_the_field_of_its_own_calculator(browser: &Browser) {
    let site = Site::start();
    let page = open(browser, &site, 3);
    let chosen = |now: &Now| {
        now.script(
            "return deep(document, 'select[name=tier]').map(e => e.value)",
            vec![],
        )
    };
    page.expect_eq("tiers", json!(["standard", "standard", "standard"]), chosen);
    page.look_in("#c1");
    page.choose("tier", "premium");
    page.open_line("cheque");
    page.click("label[for=cheque]");
    page.expect_eq("the focus", json!(["c1", "cheque"]), |now| {
        now.script("return [document.activeElement.id, active().id]", vec![])
    });
    page.look_everywhere();
    page.expect_eq("tiers", json!(["standard", "premium", "standard"]), chosen);
    // They share one worker: what waits for all simulations comes in each.
    page.run(
        "deep(document, '[name=rung][value=basic]').forEach(chair => chair.click())",
        vec![],
    );
    page.expect_count("[data-lever=survey]", 3);
    page.assert_clean();
}

/// What is below the answer of a further one, and its simulations, wait for an idle moment: here there
/// is none until the test says so.
fn a_further_one_answers_first(browser: &Browser) {
    let site = Site::start();
    let page = open(browser, &site, 1);
    page.expect_count(".likely-band", 1);
    let busy = "window.waiting = [];
        window.studies = 0;
        window.requestIdleCallback = (then) => waiting.push(then);
        window.further = document.createElement('service-level-calculator');
        further.id = 'further';
        document.body.append(further);
        further.start()";
    page.run(busy, vec![]);
    page.until("it is known", |now| {
        now.script("return !!further.shadowRoot", vec![]) == true
    });
    page.look_in("#further");
    page.expect_count(".handle[role=slider]", 1);
    page.choose("rung", "basic");
    let inputs = json!({ "segment": "clinic", "rung": "basic" });
    page.expect(&expected::outcome(inputs), &["expected", "level"]);
    page.always("the rest waits", |now| {
        !now.has(".slc[data-complete], .panels") && now.script("return studies", vec![]) == 0
    });
    page.until("all of it is drawn", |now| {
        now.script("waiting.splice(0).forEach(then => then())", vec![]);
        now.count(".slc[data-complete] .panels") == 1
    });
    page.expect_count(".likely-band", 1);
    page.expect_count("[name=rung][value=basic]:checked", 1);
    // What is drawn already is never drawn in two steps again.
    page.run("further.setAttribute('theme', 'dark')", vec![]);
    page.expect_count(".slc[data-theme=dark][data-complete] .panels", 1);
    page.expect_count("[name=rung][value=basic]:checked", 1);
    assert_eq!(site.asked_for("below-*.wasm"), 1);
    page.assert_clean();
}
