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
    let mut lines = vec![row(table.columns.iter().map(|(name, _)| inline(name)).collect())];
    lines.push(row(table.columns.iter().map(|_| "---".to_owned()).collect()));
    lines.extend(table.rows.iter().map(|cells| row(cells.iter().map(|cell| inline(cell)).collect())));
    lines.join("\n")
}

/// The words in one line, with everything that Markdown or HTML would take for a mark escaped.
fn inline(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for letter in words.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        if matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&') {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

/// The same at the beginning of a line, where more is a mark: headings, lists, rules.
fn escape(words: &str) -> String {
    let mut out = inline(words);
    let digits = out.bytes().take_while(u8::is_ascii_digit).count();
    let rest = out.get(digits..).unwrap_or_default();
    if digits == 0 && rest.starts_with(['#', '-', '+', '=']) {
        out.insert(0, '\\');
    } else if digits > 0 && (rest == "." || rest == ")" || rest.starts_with(". ") || rest.starts_with(") ")) {
        out.insert(digits, '\\');
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
