//! What a PDF says of itself, as far as the tests ask.

use std::io::Read as _;

use flate2::read::ZlibDecoder;

/// How many pages a PDF has.
pub fn pages_of(file: &[u8]) -> usize {
    // Some keep their objects together in compressed streams.
    let packed = ends(file, b"/ObjStm").filter_map(|at| {
        let start = at + ends(&file[at..], b"stream").next()?;
        let data = file[start..].trim_ascii_start();
        let mut objects = Vec::new();
        ZlibDecoder::new(data).read_to_end(&mut objects).ok()?;
        Some(objects)
    });
    let all = packed.chain([file.to_vec()]);
    let pages = |text: Vec<u8>| {
        let marks: [&[u8]; 2] = [b"/Type /Page", b"/Type/Page"];
        let found = marks.map(|mark| {
            // Not those of their tree, `/Pages`.
            let whole = |end: &usize| text.get(*end) != Some(&b's');
            ends(&text, mark).filter(whole).count()
        });
        found.iter().sum::<usize>()
    };
    all.map(pages).sum()
}

/// Where each occurrence of a mark ends.
fn ends<'a>(text: &'a [u8], mark: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    let windows = text.windows(mark.len()).enumerate();
    windows.filter_map(move |(at, window)| (window == mark).then_some(at + mark.len()))
}
