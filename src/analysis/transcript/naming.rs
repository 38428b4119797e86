//! Names of speakers → their codes, also where a name is said in part or in another case.

use std::collections::BTreeMap;

use super::Speaker;

/// Who is asked, without a name. In lower case.
const ROLES: [&str; 16] = [
    "respondent",
    "participant",
    "customer",
    "client",
    "user",
    "interview",
    "interviewee",
    "speaker",
    "респондент",
    "респондентка",
    "участник",
    "участница",
    "клиент",
    "клиентка",
    "интервью",
    "спикер",
];

/// What stands for respondents beside a number, and names nobody.
pub(super) fn is_role(word: &str) -> bool {
    ROLES.contains(&word.to_lowercase().as_str())
}

/// What names of speakers become, longer ones first: "Anna Maria" before "Anna".
pub(super) struct Naming(Vec<(String, String)>);

impl Naming {
    pub(super) fn of(speakers: &[Speaker]) -> Self {
        // One name may be that of several.
        let mut forms: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        for Speaker { name, code } in speakers.iter().filter(|it| it.name != it.code) {
            for form in forms_of(name) {
                let codes = forms.entry(form).or_default();
                if !codes.contains(&code.as_str()) {
                    codes.push(code);
                }
            }
        }
        let mut forms: Vec<_> = forms.into_iter().map(|(form, codes)| (form, codes.join("/"))).collect();
        forms.sort_by_key(|(form, _)| std::cmp::Reverse(form.len()));
        Self(forms)
    }

    /// A line in which codes stand for the names.
    pub(super) fn unnamed(&self, line: &str) -> String {
        self.0.iter().fold(line.to_owned(), |line, (form, code)| {
            if line.contains(form.as_str()) { replace_word(&line, form, code) } else { line }
        })
    }
}

/// A name as a whole, its parts, and both as they are declined.
fn forms_of(name: &str) -> Vec<String> {
    let is_part = |part: &&str| part.chars().filter(|letter| letter.is_alphabetic()).count() > 1 && !is_role(part);
    let parts: Vec<&str> = name.split([' ', '-']).map(|part| part.trim_end_matches('.')).filter(is_part).collect();
    let alone = parts.len() == 1;
    let whole = name.split(' ').map(as_a_name).collect::<Vec<_>>().join(" ");
    let mut forms = vec![name.to_owned(), name.to_uppercase(), whole];
    if !alone {
        forms.push(name.to_lowercase());
    }
    // A part in small letters is a word like others: "call centre".
    for part in parts.into_iter().filter(|part| alone || part.starts_with(char::is_uppercase)) {
        let written = as_a_name(part);
        forms.push(part.to_uppercase());
        forms.extend(declined(&written));
        forms.push(written);
    }
    // Typed or set: "O'Neil", "O’Neil".
    let set = |form: &String, (from, to): (char, &str)| form.contains(from).then(|| form.replace(from, to));
    let other = |form: &String| set(form, ('\'', "’")).or_else(|| set(form, ('’', "'")));
    let others: Vec<String> = forms.iter().filter_map(other).collect();
    forms.extend(others);
    forms
}

/// "ANNA" and "anna" as "Anna"; what has capitals within stays.
fn as_a_name(part: &str) -> String {
    let mut letters = part.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    let mixed = letters.clone().any(char::is_lowercase);
    if mixed { first.chain(letters).collect() } else { first.chain(letters.flat_map(char::to_lowercase)).collect() }
}

/// A Russian name in the cases that are not its first.
fn declined(name: &str) -> Vec<String> {
    let Some(last) = name.chars().last().filter(|letter| ('а'..='я').contains(letter)) else { return Vec::new() };
    let stem = name.strip_suffix(last).unwrap_or(name);
    let endings: &[&str] = match last {
        'а' => &["ы", "и", "е", "у", "ой", "ою"],
        'я' => &["и", "е", "ю", "ей", "ею"],
        'й' => &["я", "ю", "ем", "е"],
        'ь' => &["я", "ю", "и", "ем", "е", "ью"],
        'е' | 'и' | 'о' | 'у' | 'ы' | 'э' | 'ю' => return Vec::new(),
        _ => {
            // Vowels change or go: Пётр, Петра; Павел, Павла.
            let without = stem.strip_suffix('е').map(|rest| format!("{rest}{last}"));
            let stems = [Some(name.to_owned()), Some(name.replace('ё', "е")), without];
            let cases = |stem: String| ["а", "у", "ом", "е", "ым"].map(|ending| format!("{stem}{ending}"));
            return stems.into_iter().flatten().flat_map(cases).collect();
        }
    };
    endings.iter().map(|ending| format!("{stem}{ending}")).collect()
}

fn replace_word(line: &str, name: &str, code: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find(name) {
        let (before, found) = rest.split_at(at);
        let after = found.get(name.len()..).unwrap_or_default();
        let joins = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        out.push_str(before);
        let whole =
            !joins(before.chars().next_back().or_else(|| out.chars().next_back())) && !joins(after.chars().next());
        out.push_str(if whole { code } else { name });
        rest = after;
    }
    out.push_str(rest);
    out
}
