//! The languages of the page: which one the visitor wants, how far its texts are, and which one is
//! shown until then. Pure: whoever holds it fetches what [`Languages::wanting`] names.

use super::load::Load;
use l10n::text::Catalog;
use std::rc::Rc;

/// A file of texts: what the first screen says, or the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextFile {
    /// What the first screen says.
    Core,
    /// The rest.
    More,
}

impl TextFile {
    /// The name of the file for a language.
    #[must_use]
    pub fn name(self, language: &str) -> String {
        let part = match self {
            Self::Core => "core",
            Self::More => "more",
        };
        format!("{language}.{part}.txt")
    }
}

/// A language of the page.
#[derive(Clone, Debug, PartialEq)]
struct Row {
    tag: String,
    core: Load,
    more: Load,
    /// The texts so far, those of a config included.
    catalog: Option<Rc<Catalog>>,
}

/// What happens to the languages.
#[derive(Clone, Debug, PartialEq)]
pub enum LanguagesEvent {
    /// The visitor wants a language; asked again, what has failed is fetched again.
    Want(String),
    /// The texts beyond the first screen are needed too; asked again likewise.
    WantMore,
    /// They may be needed later; what has failed stays as it is shown.
    ForeseeMore,
    /// The fetch of a file has begun.
    Coming(String, TextFile),
    /// A file has come, or nothing.
    Came(String, TextFile, Option<String>),
}

/// The languages, one of which is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Languages {
    rows: Vec<Row>,
    wanted: String,
    shown: Rc<Catalog>,
    wants_more: bool,
    /// Texts in the place of ours.
    overrides: Rc<Overrides>,
}

/// Texts that a config puts in the place of ours, and names of what only it has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overrides(pub Vec<Override>);

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Override {
    /// Tag of the language it is in.
    pub language: String,
    /// Its place and its template, as [`Catalog::packed_text`] and [`Catalog::packed_name`] give them.
    pub packed: (usize, String),
}

impl Overrides {
    /// Puts those of the catalog's language in place.
    pub fn put_into(&self, catalog: &mut Catalog) {
        for Override { language, packed } in &self.0 {
            if language == catalog.language() {
                catalog.put_text(packed.0, &packed.1);
            }
        }
    }
}

impl Languages {
    /// The languages of these tags, of which `first` is here.
    #[must_use]
    pub fn new<'a>(
        tags: impl IntoIterator<Item = &'a str>,
        mut first: Catalog,
        overrides: Rc<Overrides>,
    ) -> Self {
        overrides.put_into(&mut first);
        let first = Rc::new(first);
        let row = |tag: &str| {
            let here = (first.language() == tag).then(|| first.clone());
            let complete = first.is_complete() && here.is_some();
            let load = |here| if here { Load::Here } else { Load::Idle };
            Row {
                tag: tag.to_owned(),
                core: load(here.is_some()),
                more: load(complete),
                catalog: here,
            }
        };
        Self {
            rows: tags.into_iter().map(row).collect(),
            wanted: first.language().to_owned(),
            wants_more: first.is_complete(),
            shown: first,
            overrides,
        }
    }

    /// The texts to show: in the language wanted, or until it is there in the last one. What says
    /// further texts in that one needs them at once: nothing on the page is taken down for a language.
    #[must_use]
    pub fn shown(&self) -> &Rc<Catalog> {
        &self.shown
    }

    /// The language that the visitor wants, and how far it is.
    #[must_use]
    pub fn wanted(&self) -> (&str, Load) {
        let row = self.row(&self.wanted);
        let load = row.map_or(Load::Failed, |row| match row.core {
            Load::Here if self.waits_for_more(row) => row.more,
            core => core,
        });
        (&self.wanted, load)
    }

    /// How far the texts beyond the first screen are, in the language shown.
    #[must_use]
    pub fn more(&self) -> Load {
        let row = self.row(self.shown.language());
        row.map_or(Load::Failed, |row| row.more)
    }

    /// The files that have to be fetched now.
    #[must_use]
    pub fn wanting(&self) -> Vec<(String, TextFile)> {
        let mut files = Vec::new();
        let mut want = |tag: &str, file, load| {
            if load == Load::Idle {
                files.push((tag.to_owned(), file));
            }
        };
        if let Some(row) = self.row(&self.wanted) {
            want(&row.tag, TextFile::Core, row.core);
            // They are added to the first ones.
            if self.wants_more && row.core == Load::Here {
                want(&row.tag, TextFile::More, row.more);
            }
        }
        files
    }

    /// The languages after an event.
    #[must_use]
    pub fn apply(&self, event: LanguagesEvent) -> Self {
        let mut next = self.clone();
        match event {
            LanguagesEvent::Want(tag) => {
                if next.row(&tag).is_some() {
                    next.wanted = tag;
                    next.retry(|row| &mut row.core);
                    next.retry(|row| &mut row.more);
                }
            }
            LanguagesEvent::ForeseeMore => next.wants_more = true,
            LanguagesEvent::WantMore => {
                next.wants_more = true;
                next.retry(|row| &mut row.more);
            }
            LanguagesEvent::Coming(tag, file) => {
                if let Some(row) = next.row_mut(&tag) {
                    *row.load(file) = Load::Coming;
                }
            }
            LanguagesEvent::Came(tag, file, packed) => next.take(&tag, file, packed.as_deref()),
        }
        next.settle();
        next
    }

    fn take(&mut self, tag: &str, file: TextFile, packed: Option<&str>) {
        let overrides = self.overrides.clone();
        let Some(row) = self.row_mut(tag) else { return };
        let fuller = packed.and_then(|packed| row.with(file, packed));
        *row.load(file) = if fuller.is_some() {
            Load::Here
        } else {
            Load::Failed
        };
        if let Some(mut catalog) = fuller {
            overrides.put_into(&mut catalog);
            row.catalog = Some(Rc::new(catalog));
        }
    }

    /// Shows what is wanted as far as it is here.
    fn settle(&mut self) {
        let row = self
            .row(&self.wanted)
            .filter(|row| !self.waits_for_more(row));
        if let Some(catalog) = row.and_then(|row| row.catalog.clone()) {
            self.shown = catalog;
        }
    }

    /// Whether further texts are said in the language shown that this one does not have.
    fn waits_for_more(&self, row: &Row) -> bool {
        self.shown.language() != row.tag && self.more() == Load::Here && row.more != Load::Here
    }

    fn retry(&mut self, load: fn(&mut Row) -> &mut Load) {
        let wanted = self.wanted.clone();
        if let Some(row) = self.row_mut(&wanted) {
            let load = load(row);
            if *load == Load::Failed {
                *load = Load::Idle;
            }
        }
    }

    fn row(&self, tag: &str) -> Option<&Row> {
        self.rows.iter().find(|row| row.tag == tag)
    }

    fn row_mut(&mut self, tag: &str) -> Option<&mut Row> {
        self.rows.iter_mut().find(|row| row.tag == tag)
    }
}

impl Row {
    fn load(&mut self, file: TextFile) -> &mut Load {
        match file {
            TextFile::Core => &mut self.core,
            TextFile::More => &mut self.more,
        }
    }

    /// Its texts with those of a file; nothing where the file is damaged or of another language.
    fn with(&self, file: TextFile, packed: &str) -> Option<Catalog> {
        match file {
            TextFile::Core => {
                let core = Catalog::new(packed).ok()?;
                (core.language() == self.tag).then_some(core)
            }
            TextFile::More => {
                let mut fuller = (**self.catalog.as_ref()?).clone();
                fuller.add_more(packed).ok()?;
                Some(fuller)
            }
        }
    }
}
