//! Version 1: personas.

use super::leaf::{Id, Number, Picture, Rank, Text, write_part};
use super::lists::Many;
use super::value::{Value, choice, record, write_fields};
use crate::format::error::WriteError;
use crate::format::writer::{Layout, Writer};
use crate::model;

record! {
    Block Persona {
        id: Id<model::PersonaId>,
        rank?: Rank,
        name?: Text,
        portrait?: Portrait,
        color?: u8,
        quote?: Text,
        segment?: Text,
        share?: Option<Number>,
        demographics?: Demographics,
        motivation?: Text,
        goals?: Many<Text>,
        needs?: Many<Text>,
        pains?: Many<Text>,
        expectations?: Many<Text>,
        channels?: Many<Id<model::ChannelId>>,
        habits?: Text,
        devices?: Text,
        sliders?: Many<Slider>,
        fields?: Many<Field>,
    }
}

record! {
    #[derive(Default)]
    Block Demographics {
        age?: Text,
        gender?: Text,
        place?: Text,
        family?: Text,
        income?: Text,
        occupation?: Text,
    }
}

record! {
    Flow Slider {
        name?: Text,
        low?: Text,
        high?: Text,
        value?: Number,
    }
}

record! {
    Flow Field {
        name?: Text,
        value?: Text,
    }
}

choice! {
    Hair default Short {
        Short = "short",
        Bob = "bob",
        Long = "long",
        Bun = "bun",
        Ponytail = "ponytail",
        Curly = "curly",
        Afro = "afro",
        Bald = "bald",
        Scarf = "scarf",
        Cap = "cap",
    }
}

choice! {
    HairColor default Brown {
        Black = "black",
        Brown = "brown",
        Fair = "fair",
        Red = "red",
        Grey = "grey",
    }
}

choice! {
    Skin default Light {
        Light = "light",
        Medium = "medium",
        Tan = "tan",
        Dark = "dark",
        Deep = "deep",
    }
}

choice! {
    Clothes default Plain {
        Plain = "plain",
        Shirt = "shirt",
        Hoodie = "hoodie",
        Jacket = "jacket",
    }
}

/// How a persona is shown.
#[derive(Debug, Default, serde::Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(crate) enum Portrait {
    #[default]
    Initials,
    Avatar {
        #[serde(default)]
        hair: Hair,
        #[serde(default)]
        hair_color: HairColor,
        #[serde(default)]
        skin: Skin,
        #[serde(default)]
        glasses: bool,
        #[serde(default)]
        beard: bool,
        #[serde(default)]
        clothes: Clothes,
    },
    Photo(Picture),
}

impl Value for Portrait {
    type Model = model::Portrait;

    fn into_model(self) -> model::Portrait {
        match self {
            Self::Initials => model::Portrait::Initials,
            Self::Avatar { hair, hair_color, skin, glasses, beard, clothes } => {
                model::Portrait::Avatar(model::Avatar {
                    hair: hair.into_model(),
                    hair_color: hair_color.into_model(),
                    skin: skin.into_model(),
                    glasses,
                    beard,
                    clothes: clothes.into_model(),
                })
            }
            Self::Photo(picture) => model::Portrait::Photo(picture.into_model()),
        }
    }

    fn is_default(model: &model::Portrait) -> bool {
        matches!(model, model::Portrait::Initials)
    }

    fn write(model: &model::Portrait, out: &mut Writer<'_>) -> Result<(), WriteError> {
        match model {
            model::Portrait::Initials => out.word("initials"),
            model::Portrait::Avatar(model::Avatar { hair, hair_color, skin, glasses, beard, clothes }) => {
                out.word("avatar");
                out.open_record(Layout::Flow);
                write_fields!(
                    out;
                    hair: Hair, hair_color: HairColor, skin: Skin, glasses: bool, beard: bool, clothes: Clothes
                );
                out.close();
            }
            model::Portrait::Photo(picture) => write_part::<Picture>(out, "photo", picture)?,
        }
        Ok(())
    }
}
