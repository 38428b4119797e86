//! Faces for new personas, and faces to choose from.

use crate::model::{Avatar, Clothes, Hair, HairColor, IdSource, Skin};

/// How many faces are suggested at a time.
pub const SUGGESTED_AVATARS: usize = 8;

/// Faces that differ from one number to the next.
pub(super) fn avatar(number: usize) -> Avatar {
    const HAIR: [Hair; 6] = [Hair::Bob, Hair::Short, Hair::Long, Hair::Curly, Hair::Bun, Hair::Short];
    const COLORS: [HairColor; 5] =
        [HairColor::Brown, HairColor::Black, HairColor::Fair, HairColor::Red, HairColor::Grey];
    const SKINS: [Skin; 3] = [Skin::Light, Skin::Medium, Skin::Dark];
    Avatar {
        hair: nth(&HAIR, number),
        hair_color: nth(&COLORS, number),
        skin: nth(&SKINS, number / 2),
        glasses: number % 4 == 2,
        beard: number % 6 == 5,
        clothes: nth(&Clothes::ALL, number),
    }
}

/// Faces to choose from, each with another haircut; glasses on every third on the average, beards on every fourth of
/// those whose haircut goes with one.
pub fn suggest_avatars(source: &mut dyn IdSource) -> Vec<Avatar> {
    let mut cuts: Vec<Hair> = Hair::ALL.to_vec();
    let mut draw = |count: usize| {
        let bits = source.next_bits() >> 16;
        usize::try_from(bits % count.max(1) as u64).unwrap_or_default()
    };
    let mut faces = Vec::with_capacity(SUGGESTED_AVATARS);
    while faces.len() < SUGGESTED_AVATARS && !cuts.is_empty() {
        let hair = cuts.swap_remove(draw(cuts.len()));
        let hair_color = nth(&HairColor::ALL, draw(HairColor::ALL.len()));
        let skin = nth(&Skin::ALL, draw(Skin::ALL.len()));
        let clothes = nth(&Clothes::ALL, draw(Clothes::ALL.len()));
        let (glasses, bearded) = (draw(3) == 0, draw(4) == 0);
        let beard = bearded && matches!(hair, Hair::Short | Hair::Bald | Hair::Curly | Hair::Cap | Hair::Afro);
        faces.push(Avatar { hair, hair_color, skin, glasses, beard, clothes });
    }
    faces
}

fn nth<T: Copy + Default>(choices: &[T], number: usize) -> T {
    choices.iter().copied().cycle().nth(number).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SeededIds;

    #[test]
    fn suggested_faces_have_haircuts_of_their_own_and_follow_the_seed() {
        let faces = |seed| suggest_avatars(&mut SeededIds::new(seed));
        let first = faces(1);
        assert_eq!(first.len(), SUGGESTED_AVATARS);
        let mut cuts: Vec<Hair> = first.iter().map(|face| face.hair).collect();
        cuts.sort();
        cuts.dedup();
        assert_eq!(cuts.len(), SUGGESTED_AVATARS);
        assert_eq!(first, faces(1));
        assert_ne!(first, faces(2));
        let many: Vec<Avatar> = (0..50).flat_map(faces).collect();
        assert!(many.iter().any(|face| face.beard) && many.iter().any(|face| face.glasses));
        assert!(many.iter().all(|face| !face.beard || !matches!(face.hair, Hair::Scarf | Hair::Bun)));
    }
}
