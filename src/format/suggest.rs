//! "Did you mean …": the name nearest to a misspelt one.

/// The known name that takes the fewest changes, if these are few against its length.
pub fn nearest<'a>(name: &str, known: &[&'a str]) -> Option<&'a str> {
    let name: Vec<char> = name.chars().take(64).flat_map(char::to_lowercase).collect();
    let distances = known.iter().map(|candidate| {
        let letters: Vec<char> = candidate.chars().collect();
        (distance(&name, &letters), letters.len(), *candidate)
    });
    let near = distances.filter(|(distance, length, _)| *distance <= (length.max(&name.len()) / 3).max(1));
    near.min_by_key(|(distance, _, _)| *distance).map(|(_, _, candidate)| candidate)
}

/// How many letters must be changed, added, taken away or swapped with their neighbour.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.iter().enumerate() {
        let mut next = vec![i + 1];
        for (j, to) in b.iter().enumerate() {
            let at = |row: &[usize], index: usize| row.get(index).copied().unwrap_or(usize::MAX / 2);
            let change = at(&row, j) + usize::from(from != to);
            let mut least = change.min(at(&row, j + 1) + 1).min(at(&next, j) + 1);
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(to) && b.get(j - 1) == Some(from);
            if swapped {
                least = least.min(at(&before, j - 1) + 1);
            }
            next.push(least);
        }
        before = std::mem::replace(&mut row, next);
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn the_nearest_name_is_found_if_it_is_near() {
        let known = ["title", "subtitle", "touchpoints", "transitions"];
        let check = |name: &str, expect: Option<&str>| assert_eq!(nearest(name, &known), expect, "{name}");
        check("tittle", Some("title"));
        check("Title", Some("title"));
        check("titel", Some("title"));
        check("touchpoint", Some("touchpoints"));
        check("tuochponts", Some("touchpoints"));
        check("colour", None);
        check("", None);
    }
}
