//! An opportunity's place on the board: effort to the right, value upwards, in the steps in which both are rated.

use crate::model::Opportunity;

/// Whose value counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Worth {
    /// The mean of the value to the customer and to the business; of one where the other is not known.
    #[default]
    Both,
    /// The value to the customer.
    Customer,
    /// The value to the business.
    Business,
}

/// A place on the board.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rating {
    /// Effort, 1–5.
    pub effort: u8,
    /// Value in halves, 2–10: the mean of two whole values may lie between two steps.
    pub value_halves: u8,
}

/// The least and the greatest rating.
pub const SCALE: (u8, u8) = (1, 5);

impl Worth {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Both, Self::Customer, Self::Business];

    /// How many halves a step of value is: single values are whole.
    pub fn step_halves(self) -> u8 {
        match self {
            Self::Both => 1,
            Self::Customer | Self::Business => 2,
        }
    }

    /// The values at which something can stand, from the greatest down, in halves.
    pub fn levels(self) -> Vec<u8> {
        (2..=10).rev().filter(|halves| halves % self.step_halves() == 0).collect()
    }
}

impl Rating {
    /// The middle of the board.
    pub const MIDDLE: Self = Self { effort: 3, value_halves: 6 };

    /// Where an opportunity stands; `None` while effort or value is not known.
    pub fn of(opportunity: &Opportunity, worth: Worth) -> Option<Self> {
        let effort = opportunity.effort?.clamp(SCALE.0, SCALE.1);
        let (customer, business) = (opportunity.value_to_customer, opportunity.value_to_business);
        let value_halves = match worth {
            Worth::Customer => customer? * 2,
            Worth::Business => business? * 2,
            Worth::Both => match (customer, business) {
                (Some(customer), Some(business)) => customer + business,
                (Some(value), None) | (None, Some(value)) => value * 2,
                (None, None) => return None,
            },
        };
        Some(Self { effort, value_halves: value_halves.clamp(2, 10) })
    }

    /// The value in points, 1–5.
    pub fn value(self) -> f64 {
        f64::from(self.value_halves) / 2.0
    }

    /// So many steps to the right and upwards, held on the board.
    #[must_use]
    pub fn moved(self, right: i8, up: i8, worth: Worth) -> Self {
        let step = i16::from(worth.step_halves());
        let effort = i16::from(self.effort) + i16::from(right);
        let value = i16::from(self.value_halves) + i16::from(up) * step;
        let held = |value: i16, least: u8, most: u8| value.clamp(i16::from(least), i16::from(most)) as u8;
        Self { effort: held(effort, SCALE.0, SCALE.1), value_halves: held(value, 2, 10) }
    }

    /// Rates an opportunity so that it stands here. Where the mean of both values counts, the lower one rises first and
    /// the higher one falls first; what was not known becomes the mean.
    pub fn give(self, opportunity: &mut Opportunity, worth: Worth) {
        opportunity.effort = Some(self.effort);
        let whole = self.value_halves.div_ceil(2);
        match worth {
            Worth::Customer => opportunity.value_to_customer = Some(whole),
            Worth::Business => opportunity.value_to_business = Some(whole),
            Worth::Both => {
                let known = opportunity.value_to_customer.zip(opportunity.value_to_business);
                let (mut customer, mut business) = known.unwrap_or((whole, self.value_halves / 2));
                while customer + business < self.value_halves {
                    *if customer <= business { &mut customer } else { &mut business } += 1;
                }
                while customer + business > self.value_halves {
                    *if customer >= business { &mut customer } else { &mut business } -= 1;
                }
                opportunity.value_to_customer = Some(customer);
                opportunity.value_to_business = Some(business);
            }
        }
    }

    /// Takes the rating away again.
    pub fn take(opportunity: &mut Opportunity, worth: Worth) {
        opportunity.effort = None;
        if worth != Worth::Business {
            opportunity.value_to_customer = None;
        }
        if worth != Worth::Customer {
            opportunity.value_to_business = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::OpportunityId;

    fn rated(customer: Option<u8>, business: Option<u8>, effort: Option<u8>) -> Opportunity {
        let mut it = Opportunity::new(OpportunityId::parse("o-1").unwrap(), "");
        (it.value_to_customer, it.value_to_business, it.effort) = (customer, business, effort);
        it
    }

    #[test]
    fn an_opportunity_stands_where_it_is_rated() {
        let check = |values: (Option<u8>, Option<u8>), worth: Worth, expect: Option<u8>| {
            let rating = Rating::of(&rated(values.0, values.1, Some(2)), worth);
            assert_eq!(rating.map(|rating| rating.value_halves), expect, "{values:?} {worth:?}");
        };
        check((Some(4), Some(3)), Worth::Both, Some(7));
        check((Some(4), None), Worth::Both, Some(8));
        check((None, Some(1)), Worth::Both, Some(2));
        check((None, None), Worth::Both, None);
        check((Some(4), Some(3)), Worth::Customer, Some(8));
        check((Some(4), None), Worth::Business, None);
        assert_eq!(Rating::of(&rated(Some(4), Some(4), None), Worth::Both), None);
    }

    #[test]
    fn what_is_given_is_where_it_then_stands() {
        for worth in Worth::ALL {
            for value_halves in worth.levels() {
                for before in [(None, None), (Some(1), Some(5)), (Some(5), Some(5)), (Some(2), None)] {
                    let mut it = rated(before.0, before.1, None);
                    let rating = Rating { effort: 4, value_halves };
                    rating.give(&mut it, worth);
                    assert_eq!(Rating::of(&it, worth), Some(rating), "{before:?} {worth:?}");
                    let values = [it.value_to_customer, it.value_to_business].into_iter().flatten();
                    assert!(values.into_iter().all(|value| (1..=5).contains(&value)), "{before:?} {worth:?}");
                }
            }
        }
    }

    #[test]
    fn the_lower_value_rises_first_and_the_higher_falls_first() {
        let check = |before: (u8, u8), value_halves: u8, expect: (u8, u8)| {
            let mut it = rated(Some(before.0), Some(before.1), Some(1));
            Rating { effort: 1, value_halves }.give(&mut it, Worth::Both);
            assert_eq!((it.value_to_customer, it.value_to_business), (Some(expect.0), Some(expect.1)), "{before:?}");
        };
        check((2, 4), 7, (3, 4));
        check((2, 4), 5, (2, 3));
        check((4, 4), 9, (5, 4));
        check((4, 4), 7, (3, 4));
        check((1, 5), 10, (5, 5));
    }

    #[test]
    fn steps_stay_on_the_board() {
        let check = |worth: Worth, (right, up): (i8, i8), expect: (u8, u8)| {
            let moved = Rating::MIDDLE.moved(right, up, worth);
            assert_eq!((moved.effort, moved.value_halves), expect, "{worth:?} {right} {up}");
        };
        check(Worth::Both, (1, 1), (4, 7));
        check(Worth::Customer, (-1, 1), (2, 8));
        check(Worth::Business, (0, -1), (3, 4));
        check(Worth::Both, (9, 9), (5, 10));
        check(Worth::Customer, (-9, -9), (1, 2));
    }

    #[test]
    fn levels_are_the_steps_of_the_values() {
        assert_eq!(Worth::Both.levels(), [10, 9, 8, 7, 6, 5, 4, 3, 2]);
        assert_eq!(Worth::Business.levels(), [10, 8, 6, 4, 2]);
    }
}
