//! The guides show what the tests run.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::path::Path;

#[test]
fn the_guide_shows_the_applications_that_are_tested() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let guide = fs::read_to_string(root.join("docs/embed.md")).unwrap();
    let shown: Vec<&str> = guide.split("<!-- in: ").skip(1).collect();
    assert_eq!(shown.len(), 2);
    for snippet in shown {
        let (file, rest) = snippet.split_once(" -->\n```").unwrap();
        let (_, code) = rest.split_once('\n').unwrap();
        let (code, _) = code.split_once("```\n").unwrap();
        let source = fs::read_to_string(root.join("tests/packages").join(file)).unwrap();
        assert_eq!(code, source, "{file}");
    }
}
