//! The five stages, always in this order.

/// A stage of every journey. The order of the variants is the order of the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// How do customers learn about us?
    Attention,
    /// How does interest in the product arise?
    Interest,
    /// How do they behave when they begin to deal with us?
    Contact,
    /// Which emotions and aftertaste stay after the contact?
    Impression,
    /// How do we lead them on: the deal, its repetition, recommendation?
    Engagement,
}

impl Stage {
    /// The stages in their order.
    pub const ALL: [Self; 5] = [Self::Attention, Self::Interest, Self::Contact, Self::Impression, Self::Engagement];

    /// The stage's place, 0 to 4.
    pub fn index(self) -> usize {
        self as usize
    }

    /// The name used in files and on the command line.
    pub fn key(self) -> &'static str {
        match self {
            Self::Attention => "attention",
            Self::Interest => "interest",
            Self::Contact => "contact",
            Self::Impression => "impression",
            Self::Engagement => "engagement",
        }
    }
}
