//! Text → what Mermaid makes of it, statement by statement.

use super::diagram::{MermaidJourney, Section, Task};
use super::entity;
use super::front_matter;
use super::report::{Cut, MermaidError, MermaidErrorKind, Report, ReportKind, excerpt};
use super::score;
use super::source::{self, Line, is_space, trim};
use super::statement::{Statement, keyword, statement, statements, without_comment};
use super::task::{TaskPlace, task};
use crate::model::limits::{MAX_TEXT_BYTES, MAX_TOUCHPOINTS};

/// Reads the text as Mermaid does, with the kindnesses that the module states.
///
/// # Errors
/// When the text is no Mermaid journey, or a line of it has no plain meaning.
pub fn parse(bytes: &[u8]) -> Result<(MermaidJourney, Vec<Report>), MermaidError> {
    let text = source::decode(bytes)?;
    let mut reports = Vec::new();
    let front_matter = front_matter::take(&text, &mut reports)?;
    let body = source::without_directives(front_matter.rest, front_matter.first_line, &mut reports)?;
    let lines = source::lines(&body, front_matter.first_line, &mut reports);
    let mut reader = Reader { lines: &lines, next: 0, journey: MermaidJourney::default(), title_line: 0, reports };
    if let Some((line, title)) = front_matter.title {
        reader.journey.title = title;
        reader.title_line = line;
    }
    reader.header()?;
    while let Some(line) = reader.take_line() {
        reader.line(line)?;
    }
    check_caps(&reader.journey)?;
    Ok((reader.journey, reader.reports))
}

struct Reader<'a> {
    lines: &'a [Line<'a>],
    /// The index of the line that comes next.
    next: usize,
    journey: MermaidJourney,
    /// Where the title stands.
    title_line: u32,
    reports: Vec<Report>,
}

impl<'a> Reader<'a> {
    fn take_line(&mut self) -> Option<Line<'a>> {
        let line = self.lines.get(self.next).copied()?;
        self.next += 1;
        Some(line)
    }

    fn report(&mut self, line: u32, kind: ReportKind) {
        self.reports.push(kind.on(line));
    }

    /// `journey`, and whatever follows it on its line.
    fn header(&mut self) -> Result<(), MermaidError> {
        while let Some(line) = self.take_line() {
            let text = trim(line.text);
            if text.is_empty() {
                continue;
            }
            if let Some(comment) = text.strip_prefix('#') {
                self.report(line.number, ReportKind::Comment { text: excerpt(comment) });
                continue;
            }
            let not_a_journey = || MermaidErrorKind::NotAJourney { text: excerpt(text) }.on(line.number);
            let rest = keyword(text, "journey").ok_or_else(not_a_journey)?;
            if !(rest.is_empty() || rest.starts_with(|c| is_space(c) || matches!(c, ':' | ';' | '#'))) {
                return Err(not_a_journey());
            }
            let rest_after_colon = rest.strip_prefix(':');
            if !text.starts_with("journey") || rest_after_colon.is_some() {
                let written = text.get(..text.len() - rest_after_colon.unwrap_or(rest).len()).unwrap_or_default();
                self.report(line.number, ReportKind::HeaderSpelling { text: excerpt(written) });
            }
            return self.line(Line { text: rest_after_colon.unwrap_or(rest), ..line });
        }
        Err(MermaidErrorKind::Empty.on_file())
    }

    fn line(&mut self, line: Line<'a>) -> Result<(), MermaidError> {
        // What is said to people who cannot see the picture holds `#` and `;` as they are.
        match statement(line.text) {
            Statement::Blank => return Ok(()),
            Statement::AccTitle(value) => {
                self.journey.acc_title = self.value_or_next_line(value, line.number);
                return Ok(());
            }
            Statement::AccDescr(value) => {
                self.journey.acc_descr = self.value_or_next_line(value, line.number);
                return Ok(());
            }
            Statement::AccDescrOpen(value) => return self.description(value, line.number),
            Statement::Title(_) | Statement::Section(_) | Statement::Task(_) => {}
        }
        let (text, comment) = without_comment(line.text);
        if let Some(comment) = comment.filter(|comment| !trim(comment).is_empty()) {
            self.report(line.number, ReportKind::Comment { text: excerpt(comment) });
        }
        let cut = if comment.is_some() { Cut::Hash } else { Cut::No };
        if entity::has_html(text) {
            self.report(line.number, ReportKind::HtmlEntity);
        }
        if entity::find(text, &[';']).is_none() {
            return self.statement(text, line.number, cut);
        }
        self.report(line.number, ReportKind::Semicolon);
        for piece in statements(text) {
            self.statement(&piece, line.number, cut)?;
        }
        Ok(())
    }

    fn statement(&mut self, text: &str, line: u32, cut: Cut) -> Result<(), MermaidError> {
        match statement(text) {
            Statement::Blank => {}
            Statement::Title(Some(title)) => self.title(title, line),
            Statement::Title(None) => {
                let title = self.next_line(line);
                self.title(&title, line);
            }
            Statement::Section(Some(name)) if has_score(name) => {
                self.report(line, ReportKind::KeywordInName { text: excerpt(text) });
                self.task(text, TaskPlace { line, cut })?;
            }
            Statement::Section(Some(name)) => self.section(name, line),
            Statement::Section(None) => {
                // A task that follows is not the section's name.
                let ahead = self.lines.get(self.next).map_or("", |next| next.text);
                let name = match statement(ahead) {
                    Statement::Task(name) if entity::find(name, &[':']).is_none() => self.next_line(line),
                    _ => String::new(),
                };
                self.section(&name, line);
            }
            // Only reached behind a semicolon.
            Statement::AccTitle(value) => self.journey.acc_title = entity::decode(trim(value)),
            Statement::AccDescr(value) => self.journey.acc_descr = entity::decode(trim(value)),
            Statement::AccDescrOpen(value) => self.description(value, line)?,
            Statement::Task(text) => self.task(text, TaskPlace { line, cut })?,
        }
        Ok(())
    }

    /// Mermaid lets a keyword without a value take the next line.
    fn next_line(&mut self, line: u32) -> String {
        let Some(next) = self.take_line().filter(|next| !trim(next.text).is_empty()) else {
            return String::new();
        };
        self.report(line, ReportKind::NextLineTaken { text: excerpt(next.text) });
        without_comment(next.text).0.to_owned()
    }

    fn value_or_next_line(&mut self, value: &str, line: u32) -> String {
        if !trim(value).is_empty() {
            return entity::decode(trim(value));
        }
        while let Some(next) = self.take_line() {
            let value = trim(next.text);
            if !value.is_empty() {
                self.report(line, ReportKind::NextLineTaken { text: excerpt(value) });
                return entity::decode(value);
            }
        }
        String::new()
    }

    fn title(&mut self, title: &str, line: u32) {
        let title = entity::decode(trim(title));
        if title.is_empty() {
            self.report(line, ReportKind::Unnamed);
        }
        if !self.journey.title.is_empty() && self.journey.title != title {
            let lost = excerpt(&self.journey.title);
            self.report(self.title_line, ReportKind::TitleReplaced { text: lost });
        }
        self.journey.title = title;
        self.title_line = line;
    }

    fn section(&mut self, text: &str, line: u32) {
        let name = entity::decode(trim(text));
        if name.is_empty() {
            self.report(line, ReportKind::Unnamed);
        } else if entity::find(text, &[':']).is_some() {
            self.report(line, ReportKind::ColonInName { text: excerpt(&name) });
        }
        self.journey.sections.push(Section { line, name });
    }

    fn task(&mut self, text: &str, place: TaskPlace) -> Result<(), MermaidError> {
        let parts = task(text, place, &mut self.reports)?;
        let section = self.journey.sections.len().checked_sub(1);
        if self.journey.tasks.len() >= MAX_TOUCHPOINTS {
            return Err(MermaidErrorKind::TooManyTasks.on(place.line));
        }
        let task = Task { line: place.line, section, name: parts.name, score: parts.score, people: parts.people };
        self.journey.tasks.push(task);
        Ok(())
    }

    /// `accDescr { … }` over as many lines as it takes.
    fn description(&mut self, first: &str, line: u32) -> Result<(), MermaidError> {
        let mut text = String::new();
        let (mut part, mut number) = (first.to_owned(), line);
        loop {
            if let Some((inside, after)) = part.split_once('}') {
                text.push_str(inside);
                let lines = text.split('\n').map(trim).collect::<Vec<_>>().join("\n");
                self.journey.acc_descr = entity::decode(trim(&lines));
                return self.statement(without_comment(after).0, number, Cut::No);
            }
            text.push_str(&part);
            text.push('\n');
            let Some(next) = self.take_line() else {
                return Err(MermaidErrorKind::DescriptionUnclosed.on(line));
            };
            (part, number) = (next.text.to_owned(), next.number);
        }
    }
}

/// Whether a number follows the first colon: `Section review: 3: Me` is a task whose name begins with the keyword.
fn has_score(text: &str) -> bool {
    let pieces = entity::split(text, ':');
    pieces.get(1).is_some_and(|piece| !trim(piece).is_empty() && score::number(piece).is_some())
}

fn check_caps(journey: &MermaidJourney) -> Result<(), MermaidError> {
    let too_long = |text: &str| text.len() > MAX_TEXT_BYTES;
    if [&journey.title, &journey.acc_title, &journey.acc_descr].into_iter().any(|text| too_long(text)) {
        return Err(MermaidErrorKind::TextTooLong.on_file());
    }
    let sections = journey.sections.iter().map(|section| (section.line, too_long(&section.name)));
    let task = |task: &Task| (task.line, too_long(&task.name) || task.people.iter().any(|name| too_long(name)));
    let tasks = journey.tasks.iter().map(task);
    match sections.chain(tasks).find(|(_, long)| *long) {
        Some((line, _)) => Err(MermaidErrorKind::TextTooLong.on(line)),
        None => Ok(()),
    }
}
