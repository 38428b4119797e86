//! A persona: a portrait of one segment; a good project has two to five.

use super::ids::{ChannelId, PersonaId};
use super::list::{items, ranked};
use super::picture::Picture;
use super::rank::Rank;

/// A portrait of one segment.
#[derive(Debug, Clone, PartialEq)]
pub struct Persona {
    /// Its id.
    pub id: PersonaId,
    /// Its place among the personas.
    pub rank: Rank,
    /// Its name ("Anna, 29").
    pub name: String,
    /// Its portrait.
    pub portrait: Portrait,
    /// Its colour: a place in the theme's palette, counted from 0 and taken round.
    pub color: u8,
    /// What it would say.
    pub quote: String,
    /// The segment it stands for, in a few words.
    pub segment: String,
    /// The segment's share of customers, 0–1.
    pub share: Option<f64>,
    /// Who it is.
    pub demographics: Demographics,
    /// What moves it.
    pub motivation: String,
    /// What it wants to reach.
    pub goals: Vec<String>,
    /// What it needs.
    pub needs: Vec<String>,
    /// What hurts.
    pub pains: Vec<String>,
    /// What it expects.
    pub expectations: Vec<String>,
    /// The channels it prefers.
    pub channels: Vec<ChannelId>,
    /// Its habits.
    pub habits: String,
    /// Its devices.
    pub devices: String,
    /// Traits between two ends.
    pub sliders: Vec<Slider>,
    /// Fields of the user's own.
    pub fields: Vec<Field>,
}

/// Who a persona is, each in the user's own words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Demographics {
    /// Age ("29", "25–34").
    pub age: String,
    /// Gender.
    pub gender: String,
    /// Where it lives.
    pub place: String,
    /// Family.
    pub family: String,
    /// Income.
    pub income: String,
    /// Occupation.
    pub occupation: String,
}

/// A trait between two ends.
#[derive(Debug, Clone, PartialEq)]
pub struct Slider {
    /// The trait's name.
    pub name: String,
    /// The left end.
    pub low: String,
    /// The right end.
    pub high: String,
    /// Where the persona stands, 0 (left) – 1 (right).
    pub value: f64,
}

/// A field of the user's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its name.
    pub name: String,
    /// What it says.
    pub value: String,
}

/// How a persona is shown.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Portrait {
    /// By its initials on its colour.
    #[default]
    Initials,
    /// By an avatar drawn from a few choices in its colour.
    Avatar(Avatar),
    /// By a photo.
    Photo(Picture),
}

/// The choices of a drawn avatar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Avatar {
    /// The haircut.
    pub hair: Hair,
    /// The colour of the hair.
    pub hair_color: HairColor,
    /// The skin.
    pub skin: Skin,
    /// Whether it wears glasses.
    pub glasses: bool,
    /// Whether it wears a beard.
    pub beard: bool,
    /// What it wears.
    pub clothes: Clothes,
}

/// A haircut.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Hair {
    /// Short.
    #[default]
    Short,
    /// To the chin.
    Bob,
    /// To the shoulders.
    Long,
    /// Tied up.
    Bun,
    /// Tied at the back of the head.
    Ponytail,
    /// Curls.
    Curly,
    /// A round cloud of curls.
    Afro,
    /// None.
    Bald,
    /// Covered by a scarf.
    Scarf,
    /// Under a cap.
    Cap,
}

impl Hair {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Short,
        Self::Bob,
        Self::Long,
        Self::Bun,
        Self::Ponytail,
        Self::Curly,
        Self::Afro,
        Self::Bald,
        Self::Scarf,
        Self::Cap,
    ];
}

/// A colour of hair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum HairColor {
    /// Black.
    Black,
    /// Brown.
    #[default]
    Brown,
    /// Fair.
    Fair,
    /// Red.
    Red,
    /// Grey.
    Grey,
}

impl HairColor {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Black, Self::Brown, Self::Fair, Self::Red, Self::Grey];
}

/// A colour of skin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Skin {
    /// Light.
    #[default]
    Light,
    /// Medium.
    Medium,
    /// Tanned.
    Tan,
    /// Dark.
    Dark,
    /// Very dark.
    Deep,
}

impl Skin {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Light, Self::Medium, Self::Tan, Self::Dark, Self::Deep];
}

/// What an avatar wears, in the persona's colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Clothes {
    /// A plain top.
    #[default]
    Plain,
    /// A shirt with a collar.
    Shirt,
    /// A hoodie.
    Hoodie,
    /// A jacket over a shirt.
    Jacket,
}

impl Clothes {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Plain, Self::Shirt, Self::Hoodie, Self::Jacket];
}

impl Persona {
    /// A persona of which only the name is known.
    pub fn new(id: PersonaId, name: impl Into<String>) -> Self {
        Self {
            id,
            rank: Rank::default(),
            name: name.into(),
            portrait: Portrait::Initials,
            color: 0,
            quote: String::new(),
            segment: String::new(),
            share: None,
            demographics: Demographics::default(),
            motivation: String::new(),
            goals: Vec::new(),
            needs: Vec::new(),
            pains: Vec::new(),
            expectations: Vec::new(),
            channels: Vec::new(),
            habits: String::new(),
            devices: String::new(),
            sliders: Vec::new(),
            fields: Vec::new(),
        }
    }
}

items! {
    Persona: PersonaId;
}

ranked!(Persona);
