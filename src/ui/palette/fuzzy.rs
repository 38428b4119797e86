//! Finding by a few letters: how well what is typed fits a name, and which letters of the name it fits. Pure.
//!
//! Every word that is typed has to be found, in any order; its letters in their order, though not side by side. Beginnings
//! of words and letters side by side count most, so that "доб бар" and "дб" both find "Добавить барьер".

/// How a name fits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fit {
    /// The more the better.
    pub score: i32,
    /// The letters that fit, by their place in the name.
    pub places: Vec<usize>,
}

const LETTER: i32 = 1;
const BEGINNING: i32 = 9;
const BESIDE: i32 = 8;
/// The first letter of the whole name.
const FIRST: i32 = 4;
/// Letters left out between two that fit cost one each, up to this.
const MOST_GAP: i32 = 4;
/// What does not fit at all.
const NEVER: i32 = i32::MIN / 2;

/// How what is typed fits a name; `None` where a letter of it is missing there. What is empty fits everything.
pub fn fit(typed: &str, name: &str) -> Option<Fit> {
    let name: Vec<char> = name.chars().map(fold).collect();
    let mut places = Vec::new();
    let mut score = 0;
    for word in typed.split_whitespace() {
        let word: Vec<char> = word.chars().map(fold).collect();
        let fit = fit_word(&word, &name)?;
        score += fit.score;
        places.extend(fit.places);
    }
    places.sort_unstable();
    places.dedup();
    // Of two that fit alike the shorter one is meant.
    Some(Fit { score: score * 4 - (name.len() as i32).min(80) / 4, places })
}

/// Whether some words go on as what is typed begins, from the beginning of one of them.
pub fn begins_a_word(typed: &str, words: &str) -> bool {
    let folded = |text: &str| text.trim().chars().map(fold).collect::<String>();
    let (typed, words) = (folded(typed), folded(words));
    words.match_indices(&typed).any(|(at, _)| !words[..at].ends_with(char::is_alphanumeric))
}

/// One letter for a small and a large one, and for е and ё.
fn fold(letter: char) -> char {
    match letter.to_lowercase().next().unwrap_or(letter) {
        'ё' => 'е',
        letter => letter,
    }
}

/// The best way to find the letters of a word in a name.
fn fit_word(word: &[char], name: &[char]) -> Option<Fit> {
    // What the letters so far score at best with the last of them at each place, and where the one before stood.
    let mut best: Vec<Vec<(i32, usize)>> = Vec::with_capacity(word.len());
    for (at, letter) in word.iter().enumerate() {
        let row = (0..name.len()).map(|place| {
            if name.get(place) != Some(letter) {
                return (NEVER, 0);
            }
            let own = LETTER + worth(name, place);
            match at.checked_sub(1).and_then(|before| best.get(before)) {
                None => (own, place),
                Some(before) => from_before(before, place, own),
            }
        });
        let row: Vec<(i32, usize)> = row.collect();
        best.push(row);
    }
    let last = best.last()?;
    let (mut place, (score, _)) =
        last.iter().copied().enumerate().max_by_key(|(place, (score, _))| (*score, usize::MAX - place))?;
    if score <= 0 {
        return None;
    }
    let mut places = Vec::with_capacity(word.len());
    for row in best.iter().rev() {
        places.push(place);
        place = row.get(place).map_or(place, |(_, before)| *before);
    }
    places.reverse();
    Some(Fit { score, places })
}

/// The best way to this place from one further left.
fn from_before(before: &[(i32, usize)], place: usize, own: i32) -> (i32, usize) {
    let ways = before.iter().take(place).enumerate().filter(|(_, (score, _))| *score > NEVER / 2);
    let worths = ways.map(|(from, (score, _))| {
        let gap = (place - from - 1) as i32;
        let way = if gap == 0 { BESIDE } else { -gap.min(MOST_GAP) };
        (score + own + way, from)
    });
    worths.max_by_key(|(score, from)| (*score, *from)).unwrap_or((NEVER, 0))
}

/// What a place is worth by itself.
fn worth(name: &[char], place: usize) -> i32 {
    let before = place.checked_sub(1).and_then(|before| name.get(before));
    match before {
        None => BEGINNING + FIRST,
        Some(letter) if !letter.is_alphanumeric() => BEGINNING,
        Some(_) => 0,
    }
}

/// What would have been typed in the other of the two layouts: people forget to change it.
pub fn in_other_layout(typed: &str) -> String {
    const LATIN: &str = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
    const RUSSIAN: &str = "йцукенгшщзхъфывапролджэячсмитьбюё";
    let other = |letter: char| {
        let small = letter.to_lowercase().next().unwrap_or(letter);
        let pairs = || LATIN.chars().zip(RUSSIAN.chars());
        let found = pairs().find_map(|(latin, russian)| match small {
            small if small == latin => Some(russian),
            small if small == russian => Some(latin),
            _ => None,
        });
        found.unwrap_or(letter)
    };
    typed.chars().map(other).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The letters of the name that fit, in capitals.
    fn shown(typed: &str, name: &str) -> Option<String> {
        let fit = fit(typed, name)?;
        let show = |(place, letter): (usize, char)| {
            if fit.places.contains(&place) { letter.to_uppercase().to_string() } else { letter.to_string() }
        };
        Some(name.chars().enumerate().map(show).collect())
    }

    #[test]
    fn letters_are_found_in_their_order_and_words_in_any() {
        let check = |typed: &str, name: &str, expect: Option<&str>| {
            assert_eq!(shown(typed, name).as_deref(), expect, "{typed:?} in {name:?}");
        };
        check("", "add a barrier", Some("add a barrier"));
        check("bar", "add a barrier", Some("add a BARrier"));
        check("BAR", "add a barrier", Some("add a BARrier"));
        check("ab", "add a barrier", Some("Add a Barrier"));
        check("bar add", "add a barrier", Some("ADD a BARrier"));
        check("дб", "добавить барьер", Some("Добавить Барьер"));
        check("доб бар", "добавить барьер", Some("ДОБавить БАРьер"));
        check("вперед", "вперёд", Some("ВПЕРЁД"));
        check("zoom", "add a barrier", None);
        check("barb", "add a barrier", None);
        check("x", "", None);
    }

    #[test]
    fn the_nearest_comes_first() {
        let check = |typed: &str, better: &str, worse: &str| {
            let score = |name| fit(typed, name).map(|fit| fit.score);
            assert!(
                score(better) > score(worse),
                "{typed:?}: {better:?} {:?}, {worse:?} {:?}",
                score(better),
                score(worse)
            );
        };
        check("бар", "Барьеры", "Добавить барьер");
        check("бар", "Добавить барьер", "Больше на карте");
        check("add b", "Add a barrier", "Add an alternative to be");
        check("save", "Save", "Save as…");
        check("fit", "Fit the map", "Profit");
        check("find", "Find…", "Finished in dark");
    }

    #[test]
    fn words_are_found_by_their_beginnings() {
        let check = |typed: &str, words: &str, expect: bool| {
            assert_eq!(begins_a_word(typed, words), expect, "{typed:?} in {words:?}");
        };
        check("Boa", "board", true);
        check("win", "quick wins", true);
        check("quick wins ", "quick wins", true);
        check("тем", "тёмная тема", true);
        check("ar", "board", false);
        check("bd", "board", false);
        check("boards", "board", false);
    }

    #[test]
    fn what_was_typed_in_the_wrong_layout_is_found() {
        let check = |typed: &str, meant: &str| {
            assert_eq!(in_other_layout(typed), meant);
            assert_eq!(in_other_layout(meant), typed.to_lowercase());
        };
        check("lj,fdbnm ,fhmth", "добавить барьер");
        check("Фвв", "add");
        check("'vjwbz", "эмоция");
    }
}
