//! Subtitles (`WebVTT`) → lines as in any other transcript: its head, notes, numbers, times and tags go, a voice stands before a colon.

use std::borrow::Cow;
use std::collections::BTreeSet;

/// The text without what only a player of subtitles needs; any other text as it is.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    if !is_subtitles(text) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for cue in cues(text) {
        let mut voiced = false;
        for line in cue {
            let mut pieces = pieces(line);
            let first = pieces.remove(0).1;
            if !first.is_empty() {
                // What follows a voice within one cue is said by it.
                let joins = voiced && out.ends_with('\n');
                if joins {
                    out.truncate(out.len() - 1);
                    out.push(' ');
                }
                out.push_str(&first);
                out.push('\n');
            }
            for (name, words) in pieces {
                voiced = true;
                out.push_str(&name);
                out.push_str(": ");
                out.push_str(&words);
                out.push('\n');
            }
        }
        out.push('\n');
    }
    Cow::Owned(out)
}

/// Whom the tags of voices name.
pub(super) fn voices(text: &str) -> BTreeSet<String> {
    if !is_subtitles(text) {
        return BTreeSet::new();
    }
    cues(text).flatten().flat_map(|line| pieces(line).into_iter().skip(1).map(|(name, _)| name)).collect()
}

/// A part of a file has no head, but its tags.
fn is_subtitles(text: &str) -> bool {
    has_head(text) || text.contains("<v ") || text.contains("<v.")
}

fn has_head(text: &str) -> bool {
    text.trim_start_matches('\u{feff}').trim_start().starts_with("WEBVTT")
}

/// The words of each cue: what stands below its times, up to an empty line. Blocks without times are no cues of a file.
fn cues(text: &str) -> impl Iterator<Item = impl Iterator<Item = &str>> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let blocks: Vec<Vec<&str>> = lines.split(|line| line.is_empty()).map(<[&str]>::to_vec).collect();
    let is_part = !has_head(text);
    blocks.into_iter().filter_map(move |block| {
        let times = block.iter().position(|line| line.contains("-->"));
        let begin = times.map(|times| times + 1).or(is_part.then_some(0))?;
        Some(block.into_iter().skip(begin))
    })
}

/// The words before the first voice, without a name, then those of each voice.
fn pieces(line: &str) -> Vec<(String, String)> {
    let mut pieces = vec![(String::new(), String::new())];
    let mut rest = line;
    while let Some((before, tagged)) = rest.split_once('<') {
        let Some((tag, after)) = tagged.split_once('>') else { break };
        if let Some((_, words)) = pieces.last_mut() {
            words.push_str(before);
        }
        if let Some(name) = voice(tag) {
            pieces.push((name, String::new()));
        }
        rest = after;
    }
    if let Some((_, words)) = pieces.last_mut() {
        words.push_str(rest);
    }
    let said = |words: &str| decoded(words).split_whitespace().collect::<Vec<_>>().join(" ");
    let heard = |(place, (name, words)): (usize, (String, String))| {
        let words = said(&words);
        (place == 0 || !words.is_empty()).then_some((name, words))
    };
    pieces.into_iter().enumerate().filter_map(heard).collect()
}

/// "v Anna" and "v.loud Anna (guest)" name Anna. A name is made such as can stand before a colon.
fn voice(tag: &str) -> Option<String> {
    let (class, name) = tag.split_once(char::is_whitespace)?;
    if class != "v" && !class.starts_with("v.") {
        return None;
    }
    let name = decoded(name);
    let name = name.split(['(', '[', ',', '|']).next().unwrap_or_default();
    let plain = |letter: char| if super::lines::stands_in_a_name(letter) { letter } else { ' ' };
    let name: String = name.chars().map(plain).collect();
    let words: Vec<&str> = name.split_whitespace().skip_while(|it| !it.starts_with(char::is_alphabetic)).collect();
    let mut name = words.into_iter().take(super::lines::MOST_WORDS).collect::<Vec<_>>().join(" ");
    if let Some((end, _)) = name.char_indices().nth(super::lines::LONGEST_NAME) {
        name.truncate(end);
    }
    // Somebody speaks, whatever the name is made of.
    Some(if name.is_empty() { "Speaker".to_owned() } else { name.trim_end().to_owned() })
}

fn decoded(words: &str) -> String {
    let signs = [("&lt;", "<"), ("&gt;", ">"), ("&nbsp;", " "), ("&lrm;", ""), ("&rlm;", ""), ("&amp;", "&")];
    signs.into_iter().fold(words.to_owned(), |words, (from, to)| words.replace(from, to))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn voices_stand_before_a_colon() {
        let check = |cue: &str, expect: &str| {
            let text = format!("WEBVTT\n\n1\n00:00:01.000 --> 00:00:04.000\n{cue}\n");
            assert_eq!(plain(&text), format!("{expect}\n\n"), "{cue}");
        };
        check("<v Anna>Hello</v>", "Anna: Hello");
        check("<v Anna>Hello\nthere</v>", "Anna: Hello there");
        check("<v.loud Anna Gray (guest)>I <i>do</i> &amp; will", "Anna Gray: I do & will");
        check("<v Anna>Yes</v> <v Ben>No</v>", "Anna: Yes\nBen: No");
        check("- <v Anna>Yes</v>\n<v Ben>No", "-\nAnna: Yes\nBen: No");
        check("<v 7>Yes", "Speaker: Yes");
        check("Ann: Hello\nagain", "Ann: Hello\nagain");
        check("2 < 3", "2 < 3");
    }

    #[test]
    fn what_is_for_players_goes() {
        let text = "\u{feff}WEBVTT - talk\nKind: captions\nLanguage: en\n\nNOTE\nby Anna\n\nSTYLE\n::cue { color: red }\n\n\
                    6b2d/15-0\n00:01.000 --> 00:04.000 align:start\n<v Anna>Hello</v>\n";
        assert_eq!(plain(text), "Anna: Hello\n\n");
        assert_eq!(voices(text), BTreeSet::from(["Anna".to_owned()]));
        assert_eq!(plain("<v Anna>Hello\n\nand so on"), "Anna: Hello\n\nand so on\n\n", "a part of a file");
        assert_eq!(plain("Anna: I <3 it"), "Anna: I <3 it", "no subtitles at all");
    }
}
