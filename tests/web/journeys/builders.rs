//! `docs/sites.md` does what it says, on pages that do to a snippet what each builder does.

use web::{Browser, Page, Site, guide};

tests![
    every_snippet_for_a_builder_works_on_such_a_page,
    run_as_a_text_the_line_still_knows_where_it_is_from,
];

/// What a builder of this kind makes of a snippet: the body of a page.
fn built(kind: &str, snippet: &str, frames: &Site) -> String {
    // Clones of what stands in a template are run as they are put in.
    let put_in = "const put = () => place.append(code.content.cloneNode(true));";
    let parts =
        format!("<div class=t123><div id=place></div></div><template id=code>{snippet}</template>");
    match kind {
        "" => snippet.to_owned(),
        // Drawn by a script after the page has come.
        "late" => format!("{parts}<script>{put_in} setTimeout(put, 300)</script>"),
        // Drawn when a visitor has scrolled to it.
        "lazy" => format!(
            "<div style='height:3000px'></div>{parts}<script>{put_in}
            const seen = new IntersectionObserver(([{{ isIntersecting }}]) => {{
                if (isIntersecting) {{ seen.disconnect(); put(); }}
            }});
            place.style.minHeight = '1px'; seen.observe(place)</script>"
        ),
        // In a frame of an origin that is neither the page's nor the folder's.
        "sandboxed" => {
            let page = format!("<!doctype html><html><head></head><body>{snippet}</body></html>");
            frames.host_page("/frame.html", page);
            let source = frames.address("/frame.html");
            format!(
                "<iframe title=Embed sandbox='allow-same-origin allow-forms allow-popups allow-scripts allow-pointer-lock'
                style='width:100%;height:900px' src='{source}'></iframe>"
            )
        }
        other => panic!("`{other}` says nothing to the tests"),
    }
}

/// It answers, and nothing goes wrong on the page.
fn works(page: &Page, snippet: &str) {
    page.until_complete();
    page.choose("rung", "wow");
    page.until("it answers", || page.figure("verdict").value == "over");
    assert!(page.told("slc:error").is_empty(), "{snippet}");
    assert_eq!(page.errors(), Vec::<String>::new(), "{snippet}");
}

fn every_snippet_for_a_builder_works_on_such_a_page(browser: &Browser) {
    let files = Site::start().cross_origin();
    let (host, frames) = (Site::start(), Site::start());
    let snippets = guide::snippets("sites.md");
    assert!(snippets.len() >= 6, "{snippets:?}");
    for (kind, snippet) in snippets {
        let here = snippet.replace("https://your-site.example/slc/", &files.address("/"));
        assert_ne!(here, snippet, "it names the folder");
        let page = Page::visit_host(browser, &host, "", &built(&kind, &here, &frames));
        if kind == "lazy" {
            assert_eq!(page.count("service-level-calculator"), 0, "it comes late");
            browser.script("scrollTo(0, 3000)", vec![]);
        }
        let framed = kind == "sandboxed" || snippet.contains("<iframe");
        if framed {
            browser.enter_frame();
        }
        works(&page, &snippet);
        if framed {
            browser.leave_frame();
        }
    }
}

fn run_as_a_text_the_line_still_knows_where_it_is_from(browser: &Browser) {
    let site = Site::start();
    // So jQuery runs the scripts of what it puts in, where they are of the page's own origin.
    let body = "<div id=place></div><script>
        place.innerHTML = '<script src=/slc.js data-segment=hotel data-lang=en><\\/script>';
        fetch('/slc.js').then((answer) => answer.text()).then((text) => {
            const script = document.createElement('script');
            script.text = text;
            document.head.append(script);
            script.remove();
        });
    </script>";
    let page = Page::visit_host(browser, &site, "", body);
    works(&page, body);
    let market = page.value("segment");
    assert_eq!(market, "Hotel", "the line's own market");
}
