//! Text of a spreadsheet → cells: as spreadsheet programs put them on the clipboard or into a file.
//!
//! Kinder than the letter of CSV: spreadsheets put a cell with bare quotes on the clipboard as it is, so that a quote
//! opens a quoted cell only where it is closed before the cell ends.

use crate::model::Language;

/// What stands between cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Separator {
    /// A tab: the clipboard, TSV.
    Tab,
    /// A semicolon: CSV where commas are decimal.
    Semicolon,
    /// A comma.
    Comma,
}

impl Separator {
    /// All of them; of two that separate alike the earlier is meant.
    const ALL: [Self; 3] = [Self::Tab, Self::Semicolon, Self::Comma];

    fn char(self) -> char {
        match self {
            Self::Tab => '\t',
            Self::Semicolon => ';',
            Self::Comma => ',',
        }
    }
}

/// Cells in rows. Rows end with their last cell that says something; cells beyond are empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Table {
    rows: Vec<Vec<String>>,
    width: usize,
}

impl Table {
    /// Reads cells apart by this.
    pub fn read(text: &str, separator: Separator) -> Self {
        let text = text.trim_start_matches('\u{feff}');
        let mut reader = Reader { rest: text, separator: separator.char(), rows: vec![Vec::new()] };
        reader.read();
        Self::of(reader.rows)
    }

    /// Reads a file: cells are apart by what makes the most even table of it.
    pub fn read_file(text: &str) -> Self {
        let tables = Separator::ALL.map(|separator| Self::read(text, separator));
        let evenness = |table: &Self| {
            let full = table.rows.iter().filter(|row| row.len() > 1).count();
            // So many rows of more than one cell; commas of sentences make uneven rows.
            let common = table.rows.iter().filter(|row| row.len() == table.width && table.width > 1).count();
            (common, full)
        };
        let best = tables.iter().rev().max_by_key(|table| evenness(table)).cloned();
        best.unwrap_or_default()
    }

    fn of(mut rows: Vec<Vec<String>>) -> Self {
        for row in &mut rows {
            let last = row.iter().rposition(|cell| !cell.trim().is_empty());
            row.truncate(last.map_or(0, |last| last + 1));
        }
        let last = rows.iter().rposition(|row| !row.is_empty());
        rows.truncate(last.map_or(0, |last| last + 1));
        let width = rows.iter().map(Vec::len).max().unwrap_or(0);
        Self { rows, width }
    }

    /// How many rows there are.
    pub fn height(&self) -> usize {
        self.rows.len()
    }

    /// How many columns there are.
    pub fn width(&self) -> usize {
        self.width
    }

    /// What a cell says, trimmed; nothing beyond the table.
    pub fn cell(&self, row: usize, column: usize) -> &str {
        self.rows.get(row).and_then(|row| row.get(column)).map_or("", |cell| cell.trim())
    }

    /// Russian where most letters of the cells are Cyrillic.
    pub(super) fn language(&self) -> Language {
        let (mut letters, mut cyrillic) = (0_usize, 0_usize);
        for c in self.rows.iter().flatten().flat_map(|cell| cell.chars()) {
            letters += usize::from(c.is_alphabetic());
            cyrillic += usize::from(matches!(c, '\u{400}'..='\u{4ff}'));
        }
        if cyrillic * 2 > letters { Language::Ru } else { Language::En }
    }

    /// Whether a row says nothing.
    pub fn is_blank_row(&self, row: usize) -> bool {
        self.rows.get(row).is_none_or(Vec::is_empty)
    }
}

/// Whether a pasted text is a table: rows of cells that are apart by tabs, and more than one of them.
pub fn is_table(text: &str) -> bool {
    if !text.contains('\t') {
        return false;
    }
    let table = Table::read(text, Separator::Tab);
    table.height() > 1 && table.width() > 1
}

/// A column as spreadsheets call it: A, B, … Z, AA.
pub fn column_name(column: usize) -> String {
    let mut name = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        name.push(char::from(b'A' + ((rest - 1) % 26) as u8));
        rest = (rest - 1) / 26;
    }
    name.iter().rev().collect()
}

struct Reader<'t> {
    rest: &'t str,
    separator: char,
    rows: Vec<Vec<String>>,
}

impl Reader<'_> {
    fn read(&mut self) {
        loop {
            let cell = self.quoted().unwrap_or_else(|| self.bare());
            if let Some(row) = self.rows.last_mut() {
                row.push(cell);
            }
            match self.rest.chars().next() {
                Some(c) if c == self.separator => self.rest = self.rest.get(c.len_utf8()..).unwrap_or_default(),
                Some(_) => {
                    let end = if self.rest.starts_with("\r\n") { 2 } else { 1 };
                    self.rest = self.rest.get(end..).unwrap_or_default();
                    self.rows.push(Vec::new());
                }
                None => return,
            }
        }
    }

    fn ends_cell(&self, c: char) -> bool {
        c == self.separator || c == '\n' || c == '\r'
    }

    /// A cell in quotes, if it is one: closed, and nothing follows before the cell's end.
    fn quoted(&mut self) -> Option<String> {
        let inside = self.rest.strip_prefix('"')?;
        let mut cell = String::new();
        let mut from = 0;
        loop {
            let quote = from + inside.get(from..)?.find('"')?;
            cell.push_str(inside.get(from..quote)?);
            let after = inside.get(quote + 1..)?;
            if after.starts_with('"') {
                cell.push('"');
                from = quote + 2;
                continue;
            }
            if after.chars().next().is_some_and(|c| !self.ends_cell(c)) {
                return None;
            }
            self.rest = after;
            return Some(cell.replace("\r\n", "\n").replace('\r', "\n"));
        }
    }

    fn bare(&mut self) -> String {
        let end = self.rest.find(|c| self.ends_cell(c)).unwrap_or(self.rest.len());
        let (cell, rest) = self.rest.split_at(end);
        self.rest = rest;
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(table: &Table, expect: &[&[&str]]) {
        let read: Vec<Vec<&str>> = table.rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        assert_eq!(read, expect);
    }

    #[test]
    fn cells_are_read_as_spreadsheets_write_them() {
        let tabs = |text: &str| Table::read(text, Separator::Tab);
        check(&tabs("a\tb\r\nc\td\r\n"), &[&["a", "b"], &["c", "d"]]);
        // Cells of several lines, doubled quotes, a tab inside.
        check(&tabs("x\t\"one\ntwo\"\n\"say \"\"hi\"\"\"\t\"a\tb\""), &[&["x", "one\ntwo"], &["say \"hi\"", "a\tb"]]);
        check(&tabs("\"one\r\ntwo\"\tb"), &[&["one\ntwo", "b"]]);
        // Bare quotes, as Excel puts them.
        check(&tabs("\"Wow\" he said\tb\n\"open\tc"), &[&["\"Wow\" he said", "b"], &["\"open", "c"]]);
        check(&tabs("5\" pipe\tb"), &[&["5\" pipe", "b"]]);
        // What is empty at the ends of rows and of the table is no cell.
        check(&tabs("\u{feff}a\tb\t\t\n\t\t\nc\t \t\n\t\t\n"), &[&["a", "b"], &[], &["c"]]);
        check(&tabs("a\t\tb"), &[&["a", "", "b"]]);
        check(&tabs(""), &[]);
    }

    #[test]
    fn files_say_what_separates_their_cells() {
        let check = |text: &str, expect: &[&[&str]]| check(&Table::read_file(text), expect);
        check("a;b\n1,5;2,5\n", &[&["a", "b"], &["1,5", "2,5"]]);
        check("a,b\n\"1,5\",2\n", &[&["a", "b"], &["1,5", "2"]]);
        check("a\tb\n1,5\t2;5\n", &[&["a", "b"], &["1,5", "2;5"]]);
        check(
            "stage;touchpoint\nx;Ads, banners, posters\ny;Site, app, phone\n",
            &[&["stage", "touchpoint"], &["x", "Ads, banners, posters"], &["y", "Site, app, phone"]],
        );
    }

    #[test]
    fn tables_are_told_from_lines() {
        let check = |text: &str, expect: bool| assert_eq!(is_table(text), expect, "{text:?}");
        check("a\tb\nc\td", true);
        check("a\tb", false);
        check("a\nb\nc", false);
        check("a\t\nb\t\n", false);
        check("\"one\ntwo\"\tb", false);
    }

    #[test]
    fn columns_are_called_as_in_spreadsheets() {
        let check = |column: usize, expect: &str| assert_eq!(column_name(column), expect);
        check(0, "A");
        check(25, "Z");
        check(26, "AA");
        check(701, "ZZ");
        check(702, "AAA");
    }
}
