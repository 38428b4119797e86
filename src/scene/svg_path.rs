//! Reads the path data of SVG (`M9 11a3 3 0 1 0 6 0`) into a [`Path`]; arcs become cubic curves.

use super::geometry::{Path, PathVerb, Point, point};

/// The outline that the data describes; `None` where it is not path data.
pub fn parse(data: &str) -> Option<Path> {
    let mut reader =
        Reader { rest: data, path: Path::default(), at: Point::default(), start: Point::default(), control: None };
    let mut command = None;
    loop {
        reader.skip_separators();
        let Some(first) = reader.rest.chars().next() else { return Some(reader.path) };
        if first.is_ascii_alphabetic() {
            command = Some(first);
            reader.skip_letter();
        }
        reader.step(command?)?;
        // More numbers after a move are lines.
        command = match command {
            Some('m') => Some('l'),
            Some('M') => Some('L'),
            other => other,
        };
    }
}

struct Reader<'a> {
    rest: &'a str,
    path: Path,
    at: Point,
    start: Point,
    /// The last control point, which smooth curves mirror.
    control: Option<Point>,
}

impl Reader<'_> {
    fn step(&mut self, command: char) -> Option<()> {
        let origin = if command.is_ascii_lowercase() { self.at } else { Point::default() };
        let mut control = None;
        match command.to_ascii_lowercase() {
            'm' => {
                self.at = self.point(origin)?;
                self.start = self.at;
                self.path.verbs.push(PathVerb::Move(self.at));
            }
            'l' => {
                let to = self.point(origin)?;
                self.line(to);
            }
            'h' => {
                let x = self.number()? + origin.x;
                self.line(point(x, self.at.y));
            }
            'v' => {
                let y = self.number()? + origin.y;
                self.line(point(self.at.x, y));
            }
            'c' => {
                let first = self.point(origin)?;
                control = Some(self.cubic(first, origin)?);
            }
            's' => {
                let first = self.mirrored_control();
                control = Some(self.cubic(first, origin)?);
            }
            'q' => {
                let middle = self.point(origin)?;
                self.at = self.point(origin)?;
                self.path.verbs.push(PathVerb::Quad(middle, self.at));
                control = Some(middle);
            }
            'a' => self.arc(origin)?,
            'z' => {
                self.path.verbs.push(PathVerb::Close);
                self.at = self.start;
            }
            _ => return None,
        }
        self.control = control;
        Some(())
    }

    fn line(&mut self, to: Point) {
        self.at = to;
        self.path.verbs.push(PathVerb::Line(to));
    }

    fn mirrored_control(&self) -> Point {
        self.control.map_or(self.at, |control| point(2.0 * self.at.x - control.x, 2.0 * self.at.y - control.y))
    }

    fn cubic(&mut self, first: Point, origin: Point) -> Option<Point> {
        let second = self.point(origin)?;
        self.at = self.point(origin)?;
        self.path.verbs.push(PathVerb::Cubic(first, second, self.at));
        Some(second)
    }

    /// An elliptical arc, by SVG 2's appendix "Conversion from endpoint to center parameterization"; rotation is taken as 0.
    fn arc(&mut self, origin: Point) -> Option<()> {
        let (rx, ry) = (self.number()?.abs(), self.number()?.abs());
        let _rotation = self.number()?;
        let (large, sweep) = (self.flag()?, self.flag()?);
        let from = self.at;
        let to = self.point(origin)?;
        if rx == 0.0 || ry == 0.0 || from == to {
            self.line(to);
            return Some(());
        }
        let (half_x, half_y) = ((from.x - to.x) / 2.0, (from.y - to.y) / 2.0);
        let grow = ((half_x / rx).powi(2) + (half_y / ry).powi(2)).sqrt().max(1.0);
        let (rx, ry) = (rx * grow, ry * grow);
        let (ux, uy) = (half_x / rx, half_y / ry);
        let length = (ux * ux + uy * uy).min(1.0);
        let side = if large == sweep { -1.0 } else { 1.0 };
        let factor = side * ((1.0 - length) / length.max(f32::MIN_POSITIVE)).sqrt();
        let center =
            point(f32::midpoint(from.x, to.x) + factor * uy * rx, f32::midpoint(from.y, to.y) - factor * ux * ry);
        let angle_of = |place: Point| ((place.y - center.y) / ry).atan2((place.x - center.x) / rx);
        let begin = angle_of(from);
        let mut turn = angle_of(to) - begin;
        if sweep && turn < 0.0 {
            turn += std::f32::consts::TAU;
        } else if !sweep && turn > 0.0 {
            turn -= std::f32::consts::TAU;
        }
        let pieces = (turn.abs() / std::f32::consts::FRAC_PI_2).ceil().max(1.0);
        let piece = turn / pieces;
        let reach = 4.0 / 3.0 * (piece / 4.0).tan();
        for index in 0..pieces as usize {
            let a = begin + piece * index as f32;
            let b = a + piece;
            let on = |angle: f32, along: f32| {
                point(
                    center.x + rx * (angle.cos() - along * angle.sin()),
                    center.y + ry * (angle.sin() + along * angle.cos()),
                )
            };
            self.path.verbs.push(PathVerb::Cubic(on(a, reach), on(b, -reach), on(b, 0.0)));
        }
        self.at = to;
        Some(())
    }

    fn point(&mut self, origin: Point) -> Option<Point> {
        Some(point(self.number()? + origin.x, self.number()? + origin.y))
    }

    fn flag(&mut self) -> Option<bool> {
        self.skip_separators();
        let flag = self.rest.chars().next().filter(|flag| matches!(flag, '0' | '1'))?;
        self.skip_letter();
        Some(flag == '1')
    }

    fn number(&mut self) -> Option<f32> {
        self.skip_separators();
        let mut seen_point = false;
        let end = self.rest.char_indices().find(|(index, letter)| match letter {
            '+' | '-' => *index > 0,
            '.' => std::mem::replace(&mut seen_point, true),
            letter => !letter.is_ascii_digit(),
        });
        let (number, rest) = self.rest.split_at_checked(end.map_or(self.rest.len(), |(index, _)| index))?;
        self.rest = rest;
        number.parse().ok()
    }

    fn skip_letter(&mut self) {
        let mut letters = self.rest.chars();
        letters.next();
        self.rest = letters.as_str();
    }

    fn skip_separators(&mut self) {
        self.rest = self.rest.trim_start_matches(|letter: char| letter.is_ascii_whitespace() || letter == ',');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arcs_end_where_they_should_and_bulge_to_the_right_side() {
        // The upper half of a circle: clockwise from its left to its right end.
        let path = parse("M0 5a5 5 0 0 1 10 0").unwrap();
        let bounds = path.bounds().unwrap();
        assert!((bounds.y - 0.0).abs() < 1e-4, "{bounds:?}");
        assert!(
            matches!(path.verbs.last(), Some(PathVerb::Cubic(_, _, end)) if (end.x - 10.0).abs() < 1e-4 && (end.y - 5.0).abs() < 1e-4)
        );
        let lower = parse("M0 5a5 5 0 0 0 10 0").unwrap().bounds().unwrap();
        assert!((lower.bottom() - 10.0).abs() < 1e-4, "{lower:?}");
    }

    #[test]
    fn numbers_run_together() {
        let path = parse("M1.5.5l-1-2z").unwrap();
        assert_eq!(path.verbs, [PathVerb::Move(point(1.5, 0.5)), PathVerb::Line(point(0.5, -1.5)), PathVerb::Close]);
        assert!(parse("M1 x").is_none());
        assert!(parse("5 5").is_none());
    }
}
