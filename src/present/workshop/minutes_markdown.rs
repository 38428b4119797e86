//! The minutes as Markdown that says nothing but what was meant: the words' own marks are escaped.

use super::minutes_blocks::{Block, Table};

/// The blocks as Markdown, parted by blank lines.
pub(super) fn markdown(blocks: &[Block]) -> String {
    let parts: Vec<String> = blocks.iter().map(part).collect();
    format!("{}\n", parts.join("\n\n"))
}

fn part(block: &Block) -> String {
    match block {
        Block::Title(words) => format!("# {}", escape(words)),
        Block::Heading(words) => format!("## {}", escape(words)),
        Block::Subheading(words) => format!("### {}", escape(words)),
        Block::Paragraph(words) => escape(words),
        Block::Bullets(points) => {
            points.iter().map(|point| format!("- {}", escape(point))).collect::<Vec<_>>().join("\n")
        }
        Block::Table(table) => table_lines(table),
    }
}

fn table_lines(table: &Table) -> String {
    let row = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    let mut lines = vec![row(table.columns.iter().map(|(name, _)| escape(name)).collect())];
    lines.push(row(table.columns.iter().map(|_| "---".to_owned()).collect()));
    lines.extend(table.rows.iter().map(|cells| row(cells.iter().map(|cell| escape(cell)).collect())));
    lines.join("\n")
}

/// The words in one line, with everything that Markdown or HTML would take for a mark escaped.
fn escape(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = String::with_capacity(line.len());
    for (at, letter) in line.char_indices() {
        let starts = at == 0;
        let is_mark = matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&');
        if is_mark || starts && matches!(letter, '#' | '-' | '+' | '=') {
            out.push('\\');
        }
        // "1. " and "1) " at the beginning would start a list.
        let number = !starts && line.get(..at).is_some_and(|before| before.bytes().all(|byte| byte.is_ascii_digit()));
        let parted = line.get(at + 1..).is_none_or(|rest| rest.is_empty() || rest.starts_with(' '));
        if number && parted && matches!(letter, '.' | ')') {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_words() {
        let check = |words: &str, expect: &str| assert_eq!(escape(words), expect);
        check("Plain: 12 % — «так»", "Plain: 12 % — «так»");
        check("a | b\n*c* <b> _d_", "a \\| b \\*c\\* \\<b\\> \\_d\\_");
        check("# not a heading", "\\# not a heading");
        check("- 5 #1", "\\- 5 #1");
        check("1. first 2. second", "1\\. first 2. second");
        check("22.11.2026", "22.11.2026");
        check("12) x", "12\\) x");
        check("[link](x) & `code`", "\\[link\\](x) \\& \\`code\\`");
        check("  ", "");
    }
}
