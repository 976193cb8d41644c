//! A workbook in the form of ISO/IEC 29500: a sheet a table, numbers as numbers, words as words and
//! nothing as a formula.

use super::zip::zip;
use super::{Cell, Sheet, Writing};
use crate::present::drawing::escaped;
use l10n::text::Message;

const START: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/// The bytes of a workbook of these tables.
#[must_use]
pub fn xlsx(sheets: &[Sheet], write: &Writing<'_>) -> Vec<u8> {
    let (mut types, mut listed, mut related) = (String::new(), String::new(), String::new());
    let mut files = Vec::new();
    let names = [
        "xl/worksheets/sheet1.xml",
        "xl/worksheets/sheet2.xml",
        "xl/worksheets/sheet3.xml",
    ];
    for (at, (sheet, file)) in sheets.iter().zip(names).enumerate() {
        let (n, name) = (at + 1, escaped(&write.text(&sheet.name)));
        types += &format!("<Override PartName=\"/{file}\" ContentType=\"{TYPE}.worksheet+xml\"/>");
        listed += &format!("<sheet name=\"{name}\" sheetId=\"{n}\" r:id=\"rId{n}\"/>");
        related += &relation(n, "worksheet", file.trim_start_matches("xl/"));
        files.push((file, worksheet(sheet, write)));
    }
    related += &relation(sheets.len() + 1, "styles", "styles.xml");
    types += &format!(
        "<Override PartName=\"/xl/workbook.xml\" ContentType=\"{TYPE}.sheet.main+xml\"/>\
         <Override PartName=\"/xl/styles.xml\" ContentType=\"{TYPE}.styles+xml\"/>"
    );
    let mut all = vec![
        (
            "[Content_Types].xml",
            format!(
                "{START}<Types xmlns=\"{PACKAGE}/content-types\"><Default Extension=\"rels\" \
                 ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
                 <Default Extension=\"xml\" ContentType=\"application/xml\"/>{types}</Types>"
            ),
        ),
        (
            "_rels/.rels",
            relations(&relation(1, "officeDocument", "xl/workbook.xml")),
        ),
        (
            "xl/workbook.xml",
            format!(
                "{START}<workbook xmlns=\"{MAIN}\" xmlns:r=\"{RELATION}\"><sheets>{listed}</sheets></workbook>"
            ),
        ),
        ("xl/_rels/workbook.xml.rels", relations(&related)),
        ("xl/styles.xml", styles()),
    ];
    all.append(&mut files);
    zip(&all)
}

fn relation(n: usize, what: &str, target: &str) -> String {
    format!("<Relationship Id=\"rId{n}\" Type=\"{RELATION}/{what}\" Target=\"{target}\"/>")
}

fn relations(inner: &str) -> String {
    format!("{START}<Relationships xmlns=\"{PACKAGE}/relationships\">{inner}</Relationships>")
}

/// Style 0 is plain, style 1 bold.
fn styles() -> String {
    let font = |bold| format!("<font>{bold}<sz val=\"11\"/><name val=\"Calibri\"/></font>");
    let (plain, bold) = (font(""), font("<b/>"));
    let same = "numFmtId=\"0\" fillId=\"0\" borderId=\"0\"";
    format!(
        "{START}<styleSheet xmlns=\"{MAIN}\"><fonts count=\"2\">{plain}{bold}</fonts>\
         <fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>\
         <borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
         <cellStyleXfs count=\"1\"><xf {same} fontId=\"0\"/></cellStyleXfs>\
         <cellXfs count=\"2\"><xf {same} fontId=\"0\" xfId=\"0\"/><xf {same} fontId=\"1\" xfId=\"0\" applyFont=\"1\"/></cellXfs>\
         <cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"
    )
}

fn worksheet(sheet: &Sheet, write: &Writing<'_>) -> String {
    let head: Vec<_> = sheet.head.iter().cloned().map(Cell::Text).collect();
    let mut rows = row(1, &head, " s=\"1\"", write);
    for (at, cells) in sheet.rows.iter().enumerate() {
        rows += &row(at + 2, cells, "", write);
    }
    // The head stays in sight; ids are narrower than what they mean.
    let pane = "<sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews>";
    let widths = "<cols><col min=\"1\" max=\"1\" width=\"30\" customWidth=\"1\"/><col min=\"2\" max=\"2\" width=\"58\" customWidth=\"1\"/><col min=\"3\" max=\"5\" width=\"26\" customWidth=\"1\"/></cols>";
    format!(
        "{START}<worksheet xmlns=\"{MAIN}\">{pane}{widths}<sheetData>{rows}</sheetData></worksheet>"
    )
}

fn row(number: usize, cells: &[Cell], looks: &str, write: &Writing<'_>) -> String {
    let mut inner = String::new();
    for (column, cell) in ('A'..='Z').zip(cells) {
        inner += &match cell {
            Cell::Number(value) => {
                let value = write.number(*value);
                format!("<c r=\"{column}{number}\"{looks}><v>{value}</v></c>")
            }
            Cell::Text(words) if *words == Message::from("") => continue,
            Cell::Text(words) => {
                let words = escaped(&write.text(words));
                format!(
                    "<c r=\"{column}{number}\"{looks} t=\"inlineStr\"><is><t xml:space=\"preserve\">{words}</t></is></c>"
                )
            }
        };
    }
    format!("<row r=\"{number}\">{inner}</row>")
}
