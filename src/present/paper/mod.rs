//! What is printed before a workshop: a blank poster, voting sheets, stickers; and the map as a poster.
