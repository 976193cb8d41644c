//! The plugin in a real WordPress: what visitors see, what an administrator sets, what nobody may.

use serde_json::{Value, json};
use web::{Browser, Page, WordPress, model};

tests![
    a_shortcode_answers_within_the_look_of_the_site,
    a_block_chosen_in_the_editor_is_the_same_calculator,
    it_speaks_the_language_of_the_site,
    it_wears_the_config_without_a_script_in_the_page,
    the_page_follows_what_the_administrator_sets,
    what_the_administrator_gets_wrong_is_told_and_changes_nothing,
    hostile_values_come_out_escaped,
    who_may_not_manage_the_site_cannot_reach_the_settings,
    taken_out_it_leaves_nothing_behind,
];

const SHORTCODE: &str = "[service_level_calculator segment=\"hotel\" tier=\"premium\" lang=\"en\"]";
const SETTINGS: &str = "/wp-admin/options-general.php?page=service-level-calculator";

/// Publishes a page and opens it, until all of the calculator is there.
fn open<'a>(browser: &'a Browser, wordpress: &'a WordPress, content: &str) -> Page<'a> {
    let page = Page::open(browser, wordpress.site(), &wordpress.page(content));
    assert_eq!(page.count("service-level-calculator"), 1);
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

fn attribute(page: &Page, name: &str) -> Value {
    let body =
        "return document.querySelector('service-level-calculator').getAttribute(arguments[0])";
    page.browser().script(body, vec![json!(name)])
}

/// An answer of a premium hotel, within what the theme has around it.
fn answers(page: &Page) {
    page.choose("rung", "basic");
    let hotel = json!({ "segment": "hotel", "tier": "premium", "rung": "basic" });
    page.expect(
        &model::outcome(hotel),
        &["verdict", "level", "loss", "band.0", "band.1"],
    );
    assert_eq!(page.count("header .wp-block-site-title"), 1, "the theme");
    assert_eq!(page.overflow(), 0);
    assert!(page.told("slc:error").is_empty());
    page.assert_clean();
}

fn a_shortcode_answers_within_the_look_of_the_site(browser: &Browser) {
    let wordpress = WordPress::shared();
    let page = open(browser, &wordpress, SHORTCODE);
    answers(&page);
    let scripts =
        "return [...document.querySelectorAll('script[src*=\"slc.js\"]')].map(e => e.async)";
    assert_eq!(browser.script(scripts, vec![]), json!([true]));
    let other = Page::visit(
        browser,
        wordpress.site(),
        &wordpress.page("Nothing of ours"),
    );
    assert_eq!(other.count("script[src*=service-level-calculator]"), 0);
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
    editor.until("the editor knows the block", || {
        browser.script(insert, vec![]) == true
    });
    let choose = |label: &str, value: &str| {
        let find = "return [...document.querySelectorAll('.block-editor-block-inspector label')]
            .filter(e => e.innerText.toLowerCase() === arguments[0].toLowerCase())
            .flatMap(e => [...e.control.options]).filter(e => e.value === arguments[1])";
        let mut found = Vec::new();
        editor.until("the choice is offered", || {
            found = browser.elements(find, vec![json!(label), json!(value)]);
            found.len() == 1
        });
        browser.click(label, &found[0]);
    };
    choose("Market segment", "hotel");
    choose("Prices", "premium");
    let said = "return document.querySelector('.wp-block-service-level-calculator-calculator strong')?.innerText ?? ''";
    editor.until("the block says what was chosen", || {
        browser.script(said, vec![]) == "Hotel · Premium"
    });
    let saved = "return wp.data.select('core/editor').getEditedPostContent()";
    let saved = browser.script(saved, vec![]);
    let wanted = block(&json!({ "segment": "hotel", "tier": "premium" }));
    assert_eq!(saved.as_str(), Some(wanted.as_str()));
    // Not published there: the editor would ask whether to leave.
    browser.script(
        "wp.data.dispatch('core/block-editor').resetBlocks([])",
        vec![],
    );
    answers(&open(browser, &wordpress, &wanted));
}

fn it_speaks_the_language_of_the_site(browser: &Browser) {
    let wordpress = WordPress::shared();
    wordpress.php("update_option('WPLANG', 'ru_RU');");
    let page = open(browser, &wordpress, "[service_level_calculator]");
    assert_eq!(page.count(".slc[lang=ru]"), 1);
    let fallback = "return document.querySelector('service-level-calculator > p').textContent";
    let fallback = browser.script(fallback, vec![]);
    assert!(fallback.as_str().unwrap().starts_with("Насколько хорошим"));
    page.assert_clean();
    let settings = wordpress.log_in(browser, "admin", SETTINGS);
    let title = "return document.querySelector('h1').innerText";
    assert_eq!(browser.script(title, vec![]), "Калькулятор уровня сервиса");
    assert_eq!(settings.errors(), Vec::<String>::new());
}

fn it_wears_the_config_without_a_script_in_the_page(browser: &Browser) {
    let wordpress = WordPress::shared();
    let config = json!({ "name": "Иванова & <b>партнёры</b>", "segment": "clinic", "hidden": ["kpi"], "texts": {} });
    set(
        &wordpress,
        &json!({ "config": config.to_string(), "accent": "#7a3e9d", "theme": "light" }),
    );
    let page = open(browser, &wordpress, "[service_level_calculator]");
    let brand = browser.script("return one('.brand').innerText", vec![]);
    assert_eq!(brand.as_str().unwrap().trim(), "Иванова & <b>партнёры</b>");
    assert_eq!(page.count("[data-panel=kpi]"), 0);
    assert_eq!(accent(browser), "rgb(122, 62, 157)");
    assert!(page.told("slc:error").is_empty());
    page.assert_clean();
    let headers = "const done = arguments[0];
        fetch(document.querySelector('service-level-calculator').getAttribute('config'), { credentials: 'omit' })
            .then((answer) => done(['content-type', 'cache-control'].map((name) => answer.headers.get(name))))";
    assert_eq!(
        browser.script_async(headers, vec![]),
        json!(["application/json; charset=UTF-8", "public, max-age=3600"])
    );
}

/// The accent colour, as the calculator draws it.
fn accent(browser: &Browser) -> String {
    let body = "const probe = document.createElement('i'); one('.slc .page').append(probe);
        probe.style.color = 'var(--accent)'; const colour = getComputedStyle(probe).color; probe.remove(); return colour";
    let colour = browser.script(body, vec![]);
    colour.as_str().unwrap().to_owned()
}

fn save(page: &Page) {
    page.browser()
        .script("window.before = true; scrollTo(0, 0)", vec![]);
    page.click("#submit");
    page.until("the form is back", || {
        let body = "return !window.before && document.readyState === 'complete' && !!document.querySelector('.notice')";
        page.browser().script(body, vec![]) == true
    });
}

fn the_page_follows_what_the_administrator_sets(browser: &Browser) {
    let wordpress = WordPress::shared();
    let path = wordpress.page("[service_level_calculator]");
    let settings = wordpress.log_in(browser, "admin", SETTINGS);
    settings.choose(&field("segment"), "hotel");
    settings.choose(&field("tier"), "premium");
    settings.choose(&field("lang"), "ru");
    settings.choose(&field("currency"), "EUR");
    settings.choose(&field("theme"), "dark");
    settings.click(".wp-color-result");
    settings.fill(&field("accent"), "#ffb000");
    save(&settings);
    assert_eq!(settings.count(".notice-success"), 1);
    assert_eq!(settings.count(".notice-error"), 0);
    assert_eq!(settings.errors(), Vec::<String>::new());

    let page = Page::open(browser, wordpress.site(), &path);
    assert_eq!(page.count(".slc[lang=ru][data-theme=dark]"), 1);
    assert_eq!(accent(browser), "rgb(255, 176, 0)");
    assert_eq!(attribute(&page, "currency"), "EUR");
    answers_in_euro(&page);
    page.assert_clean();
    // What the page itself says goes before it.
    let page = open(
        browser,
        &wordpress,
        "[service_level_calculator segment=clinic lang=en]",
    );
    assert_eq!(page.count(".slc[lang=en][data-theme=dark]"), 1);
    assert_eq!(attribute(&page, "segment"), "clinic");
}

fn answers_in_euro(page: &Page) {
    page.choose("rung", "basic");
    let hotel = json!({ "segment": "hotel", "tier": "premium", "rung": "basic" });
    page.expect(&model::outcome(hotel), &["verdict", "level"]);
    assert!(page.figure("loss").text.contains('€'));
}

fn what_the_administrator_gets_wrong_is_told_and_changes_nothing(browser: &Browser) {
    let wordpress = WordPress::shared();
    set(
        &wordpress,
        &json!({ "config": "{}", "accent": "#123456", "address": "https://slc.example/" }),
    );
    let settings = wordpress.log_in(browser, "admin", SETTINGS);
    // The form itself does not send it …
    let put = "const [name, text] = arguments, field = document.getElementById(`slc-${name}`);
        field.value = text; field.dispatchEvent(new Event('input', { bubbles: true })); return field.validity.valid";
    let put = |name: &str, text: &str| browser.script(put, vec![json!(name), json!(text)]) == true;
    assert!(put("config", " { \"name\": \"Smith\" } "));
    for wrong in ["{ name: 1 }", "[1]", "null", "1"] {
        assert!(!put("config", wrong), "{wrong} is let through");
    }
    // … and where it does, WordPress does not take it.
    put("accent", "red;}");
    put("address", "javascript:alert(1)//https://");
    browser.script(
        "document.querySelector('form[action=\"options.php\"]').noValidate = true",
        vec![],
    );
    save(&settings);
    assert_eq!(settings.count(".notice-error"), 3);
    assert_eq!(setting(&wordpress, "config"), "{}");
    assert_eq!(setting(&wordpress, "accent"), "#123456");
    assert_eq!(setting(&wordpress, "address"), "https://slc.example/");
    // The files of another site are looked for there.
    let path = wordpress.page("[service_level_calculator]");
    let page = Page::visit(browser, wordpress.site(), &path);
    assert_eq!(
        page.count("script[async][src='https://slc.example/slc.js']"),
        1
    );
}

fn hostile_values_come_out_escaped(browser: &Browser) {
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
    let brand = browser.script("return one('.brand').innerText", vec![]);
    assert_eq!(brand.as_str().unwrap().trim(), hostile);
    let harmed = "return window.harmed ?? null";
    assert_eq!(browser.script(harmed, vec![]), Value::Null);
    page.assert_clean();

    let settings = wordpress.log_in(browser, "admin", SETTINGS);
    let shown = "return JSON.parse(document.getElementById('slc-config').value).name";
    assert_eq!(browser.script(shown, vec![]), hostile);
    assert_eq!(browser.script(harmed, vec![]), Value::Null);
    assert_eq!(settings.errors(), Vec::<String>::new());
}

fn who_may_not_manage_the_site_cannot_reach_the_settings(browser: &Browser) {
    let wordpress = WordPress::shared();
    set(&wordpress, &json!({ "segment": "bank" }));
    let page = wordpress.log_in(browser, "subscriber", SETTINGS);
    assert_eq!(page.count("form[action='options.php'], #slc-segment"), 0);
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

fn taken_out_it_leaves_nothing_behind(_: &Browser) {
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
