//! Names of pictures that belong together: `deck.png` becomes `deck-01.png`, `deck-02.png`, …

use std::path::{Path, PathBuf};

/// The name of one of `count` files, counted from 0; as many digits as the last one needs, two at the least.
pub fn numbered(path: &Path, index: usize, count: usize) -> PathBuf {
    let digits = count.to_string().len().max(2);
    let mut name = path.file_stem().unwrap_or_default().to_os_string();
    name.push(format!("-{:0digits$}", index + 1));
    if let Some(ending) = path.extension() {
        name.push(".");
        name.push(ending);
    }
    path.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_before_the_ending() {
        let check = |path: &str, index, count, expect: &str| {
            assert_eq!(numbered(Path::new(path), index, count), Path::new(expect), "{path}");
        };
        check("out/deck.png", 0, 9, "out/deck-01.png");
        check("a.b.png", 9, 20, "a.b-10.png");
        check("deck", 6, 120, "deck-007");
    }
}
