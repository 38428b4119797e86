//! The list that finds a stop: by its number or by what is typed of its name.

/// What has been typed, and which stop is picked.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GoTo {
    /// What has been typed so far.
    pub typed: String,
    /// The slide that Enter goes to, by its place in the deck.
    pub picked: usize,
}

/// The longest that is worth typing, in characters.
const MOST_TYPED: usize = 60;

impl GoTo {
    /// Nothing is typed yet, and the slide that is shown is picked.
    pub fn new(picked: usize) -> Self {
        Self { typed: String::new(), picked }
    }

    /// The slides that are found, by their places in the deck: all of them while nothing is typed. A number finds its
    /// slide first of all.
    pub fn found(&self, names: &[String]) -> Vec<usize> {
        let typed = self.typed.trim().to_lowercase();
        let number = typed.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let mut found: Vec<usize> = number.filter(|at| *at < names.len()).into_iter().collect();
        let by_name = names.iter().enumerate().filter(|(_, name)| name.to_lowercase().contains(&typed));
        found.extend(by_name.map(|(at, _)| at).filter(|at| Some(*at) != number));
        found
    }

    /// Takes what was typed, and picks the first that it finds.
    pub fn type_text(&mut self, text: &str, names: &[String]) {
        let letters = text.chars().filter(|letter| !letter.is_control());
        let room = MOST_TYPED.saturating_sub(self.typed.chars().count());
        // A blank only parts words.
        let before = self.typed.is_empty();
        self.typed.extend(letters.skip_while(|letter| before && letter.is_whitespace()).take(room));
        self.pick_first(names);
    }

    /// Takes the last letter back.
    pub fn erase(&mut self, names: &[String]) {
        if self.typed.pop().is_some() && !self.typed.is_empty() {
            self.pick_first(names);
        }
    }

    /// Picks the next slide of those that are found (`by` 1) or the one before (−1).
    pub fn pick_by(&mut self, by: isize, names: &[String]) {
        let found = self.found(names);
        let at = found.iter().position(|place| *place == self.picked);
        let at = at.map_or(0, |at| at.saturating_add_signed(by).min(found.len().saturating_sub(1)));
        self.picked = found.get(at).copied().unwrap_or(self.picked);
    }

    fn pick_first(&mut self, names: &[String]) {
        self.picked = self.found(names).first().copied().unwrap_or(self.picked);
    }
}
