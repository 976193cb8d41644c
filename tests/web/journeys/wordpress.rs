//! The plugin in a real WordPress: what visitors see, what an administrator can set and others cannot.

use serde_json::{Value, json};
use web::{Browser, Now, Page, WordPress, expected};

tests![
    a_shortcode_answers_within_the_look_of_the_site: extra_everywhere,
    a_block_chosen_in_the_editor_is_the_same_calculator: extra,
    it_speaks_the_language_of_the_site: extra,
    the_config_is_applied_without_a_script_in_the_page: extra,
    the_page_follows_the_settings: extra_everywhere,
    wrong_settings_are_refused_with_a_message: extra,
    hostile_values_are_escaped: extra,
    only_who_manages_the_site_can_reach_the_settings: extra,
    uninstalled_it_leaves_nothing_behind: extra,
];

const SHORTCODE: &str = "[service_level_calculator segment=\"hotel\" tier=\"premium\" lang=\"en\"]";
const SETTINGS: &str = "/wp-admin/options-general.php?page=service-level-calculator";

/// Publishes a page and opens it, until all of the calculator is there.
fn open<'a>(browser: &'a Browser, wordpress: &'a WordPress, content: &str) -> Page<'a> {
    let page = Page::open(browser, wordpress.site(), &wordpress.page(content));
    page.expect_count("service-level-calculator", 1);
    page
}

/// The block as the editor saves it.
fn block(attributes: &Value) -> String {
    format!("<!-- wp:service-level-calculator/calculator {attributes} /-->")
}

/// Saves settings as the form would, but without a browser.
fn set(wordpress: &WordPress, settings: &Value) {
    let settings = settings.to_string();
    wordpress.php(&format!(
        "update_option('service_level_calculator', json_decode(<<<'JSON'\n{settings}\nJSON, true));"
    ));
}

fn setting(wordpress: &WordPress, name: &str) -> String {
    wordpress.php(&format!(
        "echo ServiceLevelCalculator\\settings()['{name}'];"
    ))
}

fn field(name: &str) -> String {
    format!("service_level_calculator[{name}]")
}

fn expect_attribute(page: &Page, name: &str, value: &str) {
    page.expect_eq(name, json!(value), |now| {
        let body =
            "return document.querySelector('service-level-calculator').getAttribute(arguments[0])";
        now.script(body, vec![json!(name)])
    });
}

/// Waits until a script's value is this.
fn expect_script(page: &Page, body: &str, value: Value) {
    page.expect_eq(body, value, |now| now.script(body, vec![]));
}

/// Asserts that nothing went wrong.
fn expect_clean(page: &Page) {
    page.always("no error is emitted", |now| {
        now.told("slc:error").is_empty()
    });
    page.assert_clean();
}

/// Asserts that a page of WordPress itself has no errors.
fn no_errors(page: &Page) {
    page.always("no error", |now| now.errors().is_empty());
}

/// Waits for the answer of a premium hotel, within what the theme has around it.
fn expect_answer(page: &Page) {
    page.choose("rung", "basic");
    let hotel = json!({ "segment": "hotel", "tier": "premium", "rung": "basic" });
    page.expect(
        &expected::outcome(hotel),
        &["verdict", "level", "loss", "band.0", "band.1"],
    );
    page.expect_count("header .wp-block-site-title", 1);
    page.expect_fits();
    expect_clean(page);
}

fn a_shortcode_answers_within_the_look_of_the_site(browser: &Browser) {
    let wordpress = WordPress::shared();
    let page = open(browser, &wordpress, SHORTCODE);
    expect_answer(&page);
    let scripts =
        "return [...document.querySelectorAll('script[src*=\"slc.js\"]')].map(e => e.async)";
    expect_script(&page, scripts, json!([true]));
    let other = Page::visit(
        browser,
        wordpress.site(),
        &wordpress.page("Nothing of ours"),
    );
    other.expect_some("header .wp-block-site-title");
    other.expect_gone("script[src*=service-level-calculator]");
}

fn a_block_chosen_in_the_editor_is_the_same_calculator(browser: &Browser) {
    let wordpress = WordPress::shared();
    let editor = wordpress.log_in(browser, "admin", "/wp-admin/post-new.php?post_type=page");
    let insert = "const { blocks, data } = window.wp ?? {};
        if (!blocks?.getBlockType('service-level-calculator/calculator') || !data.select('core/editor').getCurrentPostId()) return false;
        const made = blocks.createBlock('service-level-calculator/calculator');
        data.dispatch('core/block-editor').insertBlock(made);
        data.dispatch('core/edit-post').openGeneralSidebar('edit-post/block');
        return true";
    editor.until("the editor knows the block", |now| {
        now.script(insert, vec![]) == true
    });
    let choose = |label: &str, value: &str| {
        let find = "return [...document.querySelectorAll('.block-editor-block-inspector label')]
            .filter(e => e.innerText.toLowerCase() === arguments[0].toLowerCase())
            .flatMap(e => [...e.control.options]).filter(e => e.value === arguments[1])";
        let found = editor.once("the choice is offered", |_| {
            let mut found = browser.elements(find, vec![json!(label), json!(value)]);
            (found.len() == 1).then(|| found.remove(0))
        });
        browser.click(label, &found);
    };
    choose("Market segment", "hotel");
    choose("Prices", "premium");
    let shown = "return document.querySelector('.wp-block-service-level-calculator-calculator strong')?.innerText ?? ''";
    expect_script(&editor, shown, json!("Hotel · Premium"));
    let wanted = block(&json!({ "segment": "hotel", "tier": "premium" }));
    let saved = "return wp.data.select('core/editor').getEditedPostContent()";
    expect_script(&editor, saved, json!(wanted));
    // Not published there: the editor would ask whether to leave.
    editor.run(
        "wp.data.dispatch('core/block-editor').resetBlocks([])",
        vec![],
    );
    expect_answer(&open(browser, &wordpress, &wanted));
}

fn it_speaks_the_language_of_the_site(browser: &Browser) {
    let wordpress = WordPress::shared();
    wordpress.php("update_option('WPLANG', 'ru_RU');");
    let page = open(browser, &wordpress, "[service_level_calculator]");
    page.expect_some(".slc[lang=ru]");
    page.until("the children are Russian", |now| {
        let children = "return document.querySelector('service-level-calculator > p').textContent";
        let children = now.script(children, vec![]);
        children
            .as_str()
            .is_some_and(|text| text.starts_with("Насколько хорошим"))
    });
    page.assert_clean();
    let settings = wordpress.log_in(browser, "admin", SETTINGS);
    let title = "return document.querySelector('h1').innerText";
    expect_script(&settings, title, json!("Калькулятор уровня сервиса"));
    no_errors(&settings);
}

fn the_config_is_applied_without_a_script_in_the_page(browser: &Browser) {
    let wordpress = WordPress::shared();
    let config = json!({ "name": "Иванова & <b>партнёры</b>", "segment": "clinic", "hidden": ["kpi"], "texts": {} });
    set(
        &wordpress,
        &json!({ "config": config.to_string(), "accent": "#7a3e9d", "theme": "light" }),
    );
    let page = open(browser, &wordpress, "[service_level_calculator]");
    expect_brand(&page, "Иванова & <b>партнёры</b>");
    page.expect_some("[data-panel=method]");
    page.expect_gone("[data-panel=kpi]");
    expect_accent(&page, "rgb(122, 62, 157)");
    expect_clean(&page);
    let headers = "const done = arguments[0];
        fetch(document.querySelector('service-level-calculator').getAttribute('config'), { credentials: 'omit' })
            .then((answer) => done(['content-type', 'cache-control'].map((name) => answer.headers.get(name))))";
    assert_eq!(
        browser.script_async(headers, vec![]),
        json!(["application/json; charset=UTF-8", "public, max-age=3600"])
    );
}

fn expect_brand(page: &Page, name: &str) {
    page.expect_eq("the name", name, |now: &Now| {
        now.text(".brand").trim().to_owned()
    });
}

/// Waits until the calculator is drawn with this accent colour.
fn expect_accent(page: &Page, colour: &str) {
    let body = "const probe = document.createElement('i'); one('.slc .page').append(probe);
        probe.style.color = 'var(--accent)'; const colour = getComputedStyle(probe).color; probe.remove(); return colour";
    expect_script(page, body, json!(colour));
}

/// Presses the button of the settings' form, and waits for the page that follows.
fn save(page: &Page) {
    page.run("window.before = true; scrollTo(0, 0)", vec![]);
    page.click("#submit");
    page.until("the form is back", |now| {
        let body = "return !window.before && document.readyState === 'complete' && !!document.querySelector('.notice')";
        now.script(body, vec![]) == true
    });
}

fn the_page_follows_the_settings(browser: &Browser) {
    let wordpress = WordPress::shared();
    let path = wordpress.page("[service_level_calculator]");
    let settings = wordpress.log_in(browser, "admin", SETTINGS);
    let chosen = [
        ("segment", "hotel"),
        ("tier", "premium"),
        ("lang", "ru"),
        ("currency", "EUR"),
        ("theme", "dark"),
    ];
    for (name, value) in chosen {
        settings.choose(&field(name), value);
    }
    settings.click(".wp-color-result");
    settings.fill(&field("accent"), "#ffb000");
    save(&settings);
    settings.expect_count(".notice-success", 1);
    settings.expect_gone(".notice-error");
    no_errors(&settings);

    let page = Page::open(browser, wordpress.site(), &path);
    page.expect_some(".slc[lang=ru][data-theme=dark]");
    expect_accent(&page, "rgb(255, 176, 0)");
    expect_attribute(&page, "currency", "EUR");
    page.choose("rung", "basic");
    let hotel = json!({ "segment": "hotel", "tier": "premium", "rung": "basic" });
    page.expect(&expected::outcome(hotel), &["verdict", "level"]);
    page.until("the loss is in euro", |now| {
        now.figure("loss")
            .is_some_and(|loss| loss.text.contains('€'))
    });
    page.assert_clean();
    // What the page itself says goes before the settings.
    let page = open(
        browser,
        &wordpress,
        "[service_level_calculator segment=clinic lang=en]",
    );
    page.expect_some(".slc[lang=en][data-theme=dark]");
    expect_attribute(&page, "segment", "clinic");
}

fn wrong_settings_are_refused_with_a_message(browser: &Browser) {
    let wordpress = WordPress::shared();
    set(
        &wordpress,
        &json!({ "config": "{}", "accent": "#123456", "address": "https://slc.example/" }),
    );
    let settings = wordpress.log_in(browser, "admin", SETTINGS);
    // The form itself does not send it …
    let put = "const [name, text] = arguments, field = document.getElementById(`slc-${name}`);
        field.value = text; field.dispatchEvent(new Event('input', { bubbles: true })); return field.validity.valid";
    let texts = [
        (" { \"name\": \"Smith\" } ", true),
        ("{ name: 1 }", false),
        ("[1]", false),
        ("null", false),
        ("1", false),
    ];
    for (text, valid) in texts {
        settings.expect_eq(text, json!(valid), |now| {
            now.script(put, vec![json!("config"), json!(text)])
        });
    }
    // … and where it does, WordPress does not take it.
    for (name, text) in [
        ("accent", "red;}"),
        ("address", "javascript:alert(1)//https://"),
    ] {
        settings.run(put, vec![json!(name), json!(text)]);
    }
    settings.run(
        "document.querySelector('form[action=\"options.php\"]').noValidate = true",
        vec![],
    );
    save(&settings);
    settings.expect_count(".notice-error", 3);
    for (name, value) in [
        ("config", "{}"),
        ("accent", "#123456"),
        ("address", "https://slc.example/"),
    ] {
        assert_eq!(setting(&wordpress, name), value);
    }
    // The files are looked for on another site where the settings name one.
    let path = wordpress.page("[service_level_calculator]");
    let page = Page::visit(browser, wordpress.site(), &path);
    page.expect_count("script[async][src='https://slc.example/slc.js']", 1);
}

fn hostile_values_are_escaped(browser: &Browser) {
    let wordpress = WordPress::shared();
    let hostile = "\"'></script><script>window.harmed = 1</script><img src=x onerror=harmed=1>";
    set(
        &wordpress,
        &json!({ "config": json!({ "name": hostile }).to_string() }),
    );
    // Not through the shortcode: WordPress itself takes no HTML within its attributes.
    let through = format!(
        "add_shortcode('through', fn() => ServiceLevelCalculator\\render(array_fill_keys(['segment', 'tier', 'lang', 'currency', 'theme', 'state'], <<<'TEXT'\n{hostile}\nTEXT), 'Wait<script>window.harmed = 1</script>')); echo do_shortcode('[through]');"
    );
    let drawn = wordpress.php(&through);
    assert!(
        drawn.starts_with("<service-level-calculator lang=\"en\" config=\"http://127.0.0.1:"),
        "{drawn}"
    );
    assert!(
        !drawn.contains("<script") && !drawn.contains("<img"),
        "{drawn}"
    );
    assert!(
        drawn.contains("state=\"&quot;&#039;&gt;&lt;/script&gt;"),
        "{drawn}"
    );

    let attributes = json!({ "segment": hostile, "lang": hostile, "theme": [1], "align": hostile });
    let attributes = attributes
        .to_string()
        .replace('<', "\\u003c")
        .replace('>', "\\u003e");
    let page = open(
        browser,
        &wordpress,
        &block(&serde_json::from_str(&attributes).unwrap()),
    );
    expect_brand(&page, hostile);
    let unharmed = |now: &Now| now.script("return window.harmed ?? null", vec![]) == Value::Null;
    page.always("no script of it has run", unharmed);
    page.assert_clean();

    let settings = wordpress.log_in(browser, "admin", SETTINGS);
    let shown = "return JSON.parse(document.getElementById('slc-config').value).name";
    expect_script(&settings, shown, json!(hostile));
    settings.always("no script of it has run", unharmed);
    no_errors(&settings);
}

fn only_who_manages_the_site_can_reach_the_settings(browser: &Browser) {
    let wordpress = WordPress::shared();
    set(&wordpress, &json!({ "segment": "bank" }));
    let page = wordpress.log_in(browser, "subscriber", SETTINGS);
    page.expect_gone("form[action='options.php'], #slc-segment");
    let status = "const done = arguments[0], form = new FormData();
        form.append('option_page', 'service_level_calculator'); form.append('action', 'update');
        form.append('service_level_calculator[segment]', 'hotel');
        fetch('/wp-admin/options.php', { method: 'POST', body: form }).then(({ status }) => done(status))";
    assert_eq!(browser.script_async(status, vec![]), 403);
    // Nor does an administrator's browser send what did not come from the form.
    wordpress.log_in(browser, "admin", SETTINGS);
    assert_eq!(browser.script_async(status, vec![]), 403);
    assert_eq!(setting(&wordpress, "segment"), "bank");
}

fn uninstalled_it_leaves_nothing_behind(_: &Browser) {
    let wordpress = WordPress::shared();
    set(&wordpress, &json!({ "segment": "bank" }));
    let left = wordpress.php(
        "require ABSPATH . 'wp-admin/includes/plugin.php';
        define('WP_UNINSTALL_PLUGIN', true);
        require WP_PLUGIN_DIR . '/service-level-calculator/uninstall.php';
        global $wpdb;
        echo $wpdb->get_var(\"SELECT COUNT(*) FROM $wpdb->options WHERE option_name LIKE '%service_level%'\");",
    );
    assert_eq!(left, "0");
}
