//! The element as a host page uses it: from the first line to the last method.

use serde_json::{Value, json};
use web::{Browser, Failure, Page, Site, model};

tests![
    nothing_is_fetched_but_the_entry_until_it_nears_the_window,
    a_marked_div_becomes_one_even_if_it_comes_late,
    the_entry_twice_makes_nothing_twice,
    attributes_and_config_are_heeded_and_nothing_entered_is_lost,
    its_state_can_be_taken_out_put_in_and_forgotten,
    ended_it_leaves_its_children_and_can_begin_again,
    what_is_typed_while_it_begins_anew_is_kept,
    what_does_not_come_leaves_what_is_shown,
    ended_before_it_is_there_it_can_still_come,
    set_before_the_script_is_there_it_counts,
    its_parts_can_be_styled,
    it_prints_alone,
    it_wears_the_owners_name_logo_and_colour,
    what_goes_wrong_is_told_and_the_children_stay,
];

const ENTRY: &str = "<script async src=/slc.js></script>";

/// One in sight, with its children, until all of it is there.
fn one<'a>(browser: &'a Browser, site: &'a Site) -> Page<'a> {
    let body = format!("{ENTRY}<service-level-calculator id=one>Wait</service-level-calculator>");
    let page = Page::visit_host(browser, site, "", &body);
    page.until_complete();
    page
}

/// Runs a statement in which `it` is the element.
fn with(browser: &Browser, statement: &str) -> Value {
    let body = format!("const it = document.querySelector('#one'); {statement}");
    browser.script(&body, vec![])
}

fn enter(page: &Page) {
    page.fill("cheque", "77");
    page.choose("rung", "basic");
    expect_entered(page, json!({}));
}

/// What has been entered is there, with whatever else the inputs are.
fn expect_entered(page: &Page, more: Value) {
    let mut inputs = json!({ "segment": "clinic", "rung": "basic", "cheque": 77 });
    inputs
        .as_object_mut()
        .unwrap()
        .extend(more.as_object().unwrap().clone());
    page.expect(&model::outcome(inputs), &["loss", "level"]);
    assert_eq!(page.value("cheque"), "77");
}

fn until_entered_is_told(page: &Page) {
    page.until("the change is told", || {
        let told = page.told("slc:change");
        let last = told.last().map(|(_, detail)| detail["state"].to_string());
        last.is_some_and(|state| state.contains("cheque=77") && state.contains("basic"))
    });
}

fn nothing_is_fetched_but_the_entry_until_it_nears_the_window(browser: &Browser) {
    let site = Site::start();
    let body = format!(
        "{ENTRY}<div style='height:5000px'></div>
        <service-level-calculator id=one>What it says without scripts</service-level-calculator>
        <p id=after>After</p>"
    );
    let page = Page::visit_host(browser, &site, "", &body);
    page.until("the element is known", || {
        with(browser, "return !!it.start") == true
    });
    let height = "return it.offsetHeight";
    let kept = with(browser, height).as_f64().unwrap();
    assert!(kept >= 640.0, "no room is kept: {kept}");
    let asked = || {
        let asked = site.requests();
        let ours = |path: &&String| *path != "/host.html" && *path != "/favicon.ico";
        asked.iter().filter(ours).cloned().collect::<Vec<_>>()
    };
    assert_eq!(asked(), ["/slc.js"]);
    let said = browser.script("return read(document.body)", vec![]);
    assert!(
        said.as_str()
            .unwrap()
            .contains("What it says without scripts")
    );
    browser.script("scrollTo(0, 4000)", vec![]);
    page.until_complete();
    assert!(asked().len() > 5);
    page.assert_clean();
}

fn a_marked_div_becomes_one_even_if_it_comes_late(browser: &Browser) {
    let site = Site::start();
    let body = format!(
        "{ENTRY}<div data-service-level-calculator data-segment=hotel data-lang=ru>Wait</div>"
    );
    let page = Page::visit_host(browser, &site, "", &body);
    page.until_complete();
    assert_eq!(page.count(".slc[lang=ru]"), 1);
    let hotel = json!({ "segment": "hotel", "cheque": 240 * 60 });
    page.expect(&model::outcome(hotel), &["expected"]);
    let add = "const late = document.createElement('section');
        late.innerHTML = '<div data-service-level-calculator data-lang=en></div>';
        document.querySelector('h1').before(late)";
    browser.script(add, vec![]);
    page.until("the late one is there", || {
        page.count(".slc[data-complete]") == 2
    });
    assert_eq!(page.count("service-level-calculator"), 2);
    page.assert_clean();
}

fn the_entry_twice_makes_nothing_twice(browser: &Browser) {
    let site = Site::start();
    let body = format!(
        "{ENTRY}<div data-service-level-calculator></div>{ENTRY}
        <script async src='/slc.js?again' data-lang=ru></script>"
    );
    let page = Page::visit_host(browser, &site, "", &body);
    page.until("both are there", || page.count(".slc[data-complete]") == 2);
    assert_eq!(page.count("service-level-calculator"), 2);
    assert_eq!(site.asked_for("app-*.wasm"), 1);
    page.assert_clean();
}

fn attributes_and_config_are_heeded_and_nothing_entered_is_lost(browser: &Browser) {
    let site = Site::start();
    let page = one(browser, &site);
    enter(&page);
    with(
        browser,
        "it.setAttribute('lang', 'ru'); it.setAttribute('theme', 'dark')",
    );
    page.until("it is Russian and dark", || {
        page.count(".slc[lang=ru][data-theme=dark][data-complete]") == 1
    });
    expect_entered(&page, json!({}));
    let texts = "it.config = { texts: { ru: { 'page.question': 'Наш вопрос' } } }";
    with(browser, texts);
    page.until("it has the page's own words", || {
        let said = browser.script("return one('.slc h1')?.innerText ?? ''", vec![]);
        said == "Наш вопрос"
    });
    expect_entered(&page, json!({}));
    // Where nothing has been entered the market is the page's.
    with(browser, "it.reset(); it.setAttribute('segment', 'hotel')");
    page.until("it is a hotel", || page.count("[name=rung]:checked") == 0);
    let hotel = json!({ "segment": "hotel", "cheque": 240 });
    page.expect(&model::outcome(hotel), &["expected"]);
    assert_eq!(
        page.told("slc:ready").len(),
        1,
        "one calculator, ready once"
    );
    page.assert_clean();
}

fn its_state_can_be_taken_out_put_in_and_forgotten(browser: &Browser) {
    let site = Site::start();
    let page = one(browser, &site);
    assert_eq!(with(browser, "return it.getState()"), "");
    enter(&page);
    until_entered_is_told(&page);
    let state = with(browser, "return it.getState()");
    assert_eq!(with(browser, "return it.state"), state);
    with(browser, "it.reset()");
    page.until("nothing is entered", || {
        page.count("[name=rung]:checked") == 0
    });
    assert_eq!(with(browser, "return it.getState()"), "");
    let put = format!("it.setState({state})");
    with(browser, &put);
    page.until("it is entered again", || {
        page.count("[name=rung]:checked") == 1
    });
    expect_entered(&page, json!({}));
    with(browser, "it.state = '1;s=nowhere;n.cheque=77'");
    page.until("what cannot be used is told", || {
        !page.told("slc:error").is_empty()
    });
    let told = page.told("slc:error");
    assert_eq!(told[0].1["code"], "state", "{told:?}");
    page.until("the rest counts", || page.value("cheque") == "77");
    assert_eq!(page.errors(), Vec::<String>::new());
}

fn ended_it_leaves_its_children_and_can_begin_again(browser: &Browser) {
    let site = Site::start();
    let page = one(browser, &site);
    with(browser, "it.destroy()");
    page.until("its children are back", || {
        let said = browser.script("return read(document.body)", vec![]);
        said.as_str().unwrap().contains("Wait") && page.count(".slc") == 0
    });
    with(
        browser,
        "const next = it.nextSibling, place = it.parentNode; it.remove(); place.insertBefore(it, next)",
    );
    page.until_complete();
    assert_eq!(with(browser, "return it.ready.then(() => true)"), true);
    page.assert_clean();
}

fn what_is_typed_while_it_begins_anew_is_kept(browser: &Browser) {
    // First while texts come, then while what reads the attributes does: the program has the
    // earlier state by then.
    for (held, attribute, shown) in [
        ("ru.core", "'lang', 'ru'", ".slc[lang=ru][data-complete]"),
        (
            "config",
            "'theme', 'dark'",
            ".slc[data-theme=dark][data-complete]",
        ),
    ] {
        let site = Site::start();
        let page = one(browser, &site);
        page.choose("rung", "wow");
        page.until("the change is told", || !page.told("slc:change").is_empty());
        site.hold(held);
        with(browser, &format!("it.setAttribute({attribute})"));
        page.until("it is asked for", || site.asked_for(held) > 0);
        enter(&page);
        until_entered_is_told(&page);
        site.release(held);
        page.until("it has begun anew", || page.count(shown) == 1);
        expect_entered(&page, json!({}));
        page.assert_clean();
    }
}

fn what_does_not_come_leaves_what_is_shown(browser: &Browser) {
    let site = Site::start();
    let page = one(browser, &site);
    enter(&page);
    until_entered_is_told(&page);
    site.fail("ru.core", Failure::NotFound);
    with(browser, "it.setAttribute('lang', 'ru')");
    page.until("it is told", || !page.told("slc:error").is_empty());
    let told = page.told("slc:error");
    assert_eq!(
        (told.len(), &told[0].1["fatal"]),
        (1, &json!(false)),
        "{told:?}"
    );
    assert_eq!(told[0].1["code"], "texts_missing");
    expect_entered(&page, json!({}));
    page.choose("rung", "wow");
    page.until("it still answers", || {
        page.figure("verdict").value == "over"
    });
    page.choose("rung", "basic");
    site.recover();
    with(
        browser,
        "it.setAttribute('lang', 'en'); it.setAttribute('lang', 'ru')",
    );
    page.until("it is Russian", || {
        page.count(".slc[lang=ru][data-complete]") == 1
    });
    expect_entered(&page, json!({}));
}

fn ended_before_it_is_there_it_can_still_come(browser: &Browser) {
    let site = Site::start();
    site.hold("app-");
    let body = format!("{ENTRY}<service-level-calculator id=one>Wait</service-level-calculator>");
    let page = Page::visit_host(browser, &site, "", &body);
    page.until("it is asked for", || site.asked_for("app-") > 0);
    with(browser, "it.destroy(); it.start()");
    site.release("app-");
    page.until_complete();
    let ready = "const done = arguments[arguments.length - 1];
        document.querySelector('#one').ready.then(() => done('ready'), () => done('refused'))";
    assert_eq!(browser.script_async(ready, vec![]), "ready");
    assert_eq!(page.told("slc:ready").len(), 1);
    page.assert_clean();
}

fn set_before_the_script_is_there_it_counts(browser: &Browser) {
    let site = Site::start();
    let body = "<service-level-calculator id=one>Wait</service-level-calculator><script>
            const it = document.querySelector('#one');
            it.config = { segment: 'hotel', theme: 'dark' };
            it.state = '1;s=taxi;t=standard;c=USD;n.cheque=77';
        </script>";
    let page = Page::visit_host(browser, &site, "", &format!("{body}{ENTRY}"));
    page.until_complete();
    assert_eq!(page.count(".slc[data-theme=dark]"), 1);
    assert_eq!(page.value("cheque"), "77");
    let taxi = json!({ "segment": "taxi", "cheque": 77 });
    page.expect(&model::outcome(taxi), &["expected"]);
    page.assert_clean();
}

fn its_parts_can_be_styled(browser: &Browser) {
    let site = Site::start();
    let head = "<style>service-level-calculator::part(question) { letter-spacing: 7px }</style>";
    let body = format!("{ENTRY}<service-level-calculator id=one>Wait</service-level-calculator>");
    let page = Page::visit_host(browser, &site, head, &body);
    page.until_complete();
    let spacing = |css: &str| {
        let body = "return getComputedStyle(one(arguments[0])).letterSpacing";
        browser.script(body, vec![json!(css)])
    };
    assert_eq!(spacing("[part=question]"), "7px");
    assert_eq!(spacing("[part=answer]"), "normal");
    page.assert_clean();
}

fn it_prints_alone(browser: &Browser) {
    let site = Site::start();
    let page = one(browser, &site);
    enter(&page);
    // The dialogue of the frame that is made for it: what stands there when it opens.
    let watch = "
        window.printed = [];
        new MutationObserver(() => {
            const frame = it.shadowRoot.querySelector('iframe');
            if (!frame || frame.watched) return;
            frame.watched = true;
            frame.contentWindow.print = () => {
                const copy = frame.contentDocument.querySelector('service-level-calculator');
                const picked = copy.shadowRoot.querySelector('[name=rung]:checked');
                window.printed.push([picked?.value, frame.contentDocument.body.children.length]);
            };
        }).observe(it.shadowRoot, { childList: true });
        it.print().then(() => window.printed.push('over'), (error) => window.printed.push(String(error)))";
    with(browser, watch);
    page.until("it is printed", || {
        browser.script("return window.printed", vec![]) == json!([["basic", 1], "over"])
    });
    assert_eq!(page.count("iframe"), 0);
    expect_entered(&page, json!({}));
    page.assert_clean();
}

/// A green square.
const LOGO: &str =
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/%3E";

fn it_wears_the_owners_name_logo_and_colour(browser: &Browser) {
    let site = Site::start();
    let logo = LOGO.replace(' ', "%20");
    let config = json!({
        "name": "Иванова и партнёры", "logo": logo, "accent": "#ffd400", "hidden": ["breakdown", "kpi", "method"],
        "call": { "text": "Обсудить", "href": "tel:+79990000000" }, "lang": "ru", "nonsense": 1,
    });
    site.host_page("/config.json", config.to_string());
    let body = format!(
        "{ENTRY}<service-level-calculator id=one config=config.json></service-level-calculator>"
    );
    let page = Page::visit_host(browser, &site, "", &body);
    page.until_complete();
    let brand = browser.script("return one('.brand').innerText", vec![]);
    assert_eq!(brand.as_str().unwrap().trim(), "Иванова и партнёры");
    page.until("the logo is loaded", || {
        browser.script("return one('.brand img').naturalWidth > 0", vec![]) == true
    });
    let colour = "const probe = document.createElement('i'); one('.page').append(probe);
        probe.style.color = 'var(--accent)'; const colour = getComputedStyle(probe).color; probe.remove(); return colour";
    let colour = browser.script(colour, vec![]);
    assert_ne!(colour, "rgb(255, 212, 0)", "yellow on white cannot be read");
    let numbers: Vec<u32> = colour.as_str().unwrap()[4..]
        .trim_end_matches(')')
        .split(", ")
        .map(|n| n.parse().unwrap())
        .collect();
    assert!(
        numbers[0] > numbers[1] && numbers[1] > 0 && numbers[2] == 0,
        "{colour}"
    );
    let call = "const link = one('.call a'); return [link.innerText, link.href, link.rel]";
    assert_eq!(
        browser.script(call, vec![]),
        json!(["Обсудить", "tel:+79990000000", "noopener"])
    );
    assert_eq!(page.count("[data-panel=kpi], #breakdown-title"), 0);
    assert_eq!(page.count("[data-panel=method], [data-panel=queue]"), 2);
    let told: Vec<_> = page
        .told("slc:error")
        .into_iter()
        .map(|(_, detail)| detail["message"].to_string())
        .collect();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(
        told[0].contains("hidden.2") && told[1].contains("nonsense"),
        "{told:?}"
    );
    page.choose("rung", "basic");
    page.until("it answers", || page.figure("verdict").value == "under");
    assert_eq!(page.accessibility_faults(), Vec::<String>::new());
    page.assert_clean();
}

fn what_goes_wrong_is_told_and_the_children_stay(browser: &Browser) {
    let body = format!(
        "{ENTRY}<service-level-calculator id=one>What it says without</service-level-calculator>"
    );
    let wrong = [
        ("app-*.wasm", Failure::OtherType, None),
        ("app-*.wasm", Failure::Damaged, Some("program_missing")),
        ("app-*.js", Failure::NotFound, Some("program_missing")),
        ("calculator-", Failure::HtmlInstead, Some("program_missing")),
        ("style-", Failure::NotFound, Some("program_missing")),
        ("en.core-", Failure::Damaged, Some("program_missing")),
        ("en.core-", Failure::HtmlInstead, Some("texts_missing")),
    ];
    for (file, failure, code) in wrong {
        let site = Site::start();
        site.fail(file, failure);
        let page = Page::visit_host(browser, &site, "", &body);
        let Some(code) = code else {
            page.until_complete();
            assert!(page.told("slc:error").is_empty(), "{file}, {failure:?}");
            continue;
        };
        page.until(&format!("{file}, {failure:?}: it is told"), || {
            !page.told("slc:error").is_empty()
        });
        let told = page.told("slc:error");
        assert_eq!(told.len(), 1, "{file}, {failure:?}: {told:?}");
        assert_eq!(told[0].1["fatal"], true, "{told:?}");
        assert_eq!(told[0].1["code"], code, "{file}, {failure:?}: {told:?}");
        let said = browser.script("return read(document.body)", vec![]);
        let said = said.as_str().unwrap();
        assert!(
            said.contains("What it says without") && said.contains("Reload"),
            "{said}"
        );
        // The host is told in a promise, too.
        let refused = "const done = arguments[arguments.length - 1];
            document.querySelector('#one').ready.then(() => done('ready'), () => done('refused'))";
        assert_eq!(browser.script_async(refused, vec![]), "refused");
        // What is fetched comes once the host has put it right, without a reload; of a module that
        // has failed not every browser asks again, and half a file is kept like a whole one.
        let module = file.ends_with(".js") || file == "calculator-";
        if module || matches!(failure, Failure::Damaged) {
            continue;
        }
        site.recover();
        with(browser, "it.destroy(); it.start()");
        page.until_complete();
    }
}
