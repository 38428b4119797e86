//! Fills outlines of any shape with triangles: soft-edged for simple outlines, by upright slabs for tangled ones.

use egui::{Color32, Mesh, Pos2, Vec2, vec2};

/// Outlines with more corners than this are filled by slabs: cutting ears takes the square of their number.
const MOST_CORNERS_FOR_EARS: usize = 96;

/// Adds the inside of a closed outline to the mesh. `color_at` gives each corner its colour (a gradient is linear in y);
/// `feather` is the width of the soft edge in points, 0 for a hard one.
pub fn fill(mesh: &mut Mesh, corners: &[Pos2], feather: f32, color_at: &dyn Fn(Pos2) -> Color32) {
    if corners.len() < 3 {
        return;
    }
    let area = signed_area(corners);
    if area.abs() < 1e-3 {
        return;
    }
    let mut corners = corners.to_vec();
    if area < 0.0 {
        corners.reverse();
    }
    if corners.len() <= MOST_CORNERS_FOR_EARS
        && let Some(triangles) = ears(&corners)
    {
        add_soft(mesh, &corners, &triangles, (feather, color_at));
    } else {
        add_slabs(mesh, &corners, color_at);
    }
}

fn signed_area(corners: &[Pos2]) -> f32 {
    edges(corners).map(|(a, b)| a.x * b.y - b.x * a.y).sum::<f32>() / 2.0
}

fn edges(corners: &[Pos2]) -> impl Iterator<Item = (Pos2, Pos2)> + '_ {
    corners.iter().copied().zip(corners.iter().copied().cycle().skip(1))
}

fn cross(a: Vec2, b: Vec2) -> f32 {
    a.x * b.y - a.y * b.x
}

/// Triangles of a simple outline that runs clockwise on the screen; `None` where it crosses itself.
fn ears(corners: &[Pos2]) -> Option<Vec<[u32; 3]>> {
    let mut left: Vec<u32> = (0..corners.len() as u32).collect();
    let place = |index: u32| corners.get(index as usize).copied().unwrap_or_default();
    let mut triangles = Vec::with_capacity(corners.len());
    while left.len() > 3 {
        let count = left.len();
        let ear = (0..count).find(|at| {
            let picked = [(at + count - 1) % count, *at, (at + 1) % count].map(|at| left.get(at).copied());
            let [Some(before), Some(tip), Some(after)] = picked else { return false };
            let [a, b, c] = [before, tip, after].map(place);
            let others = || left.iter().filter(|other| ![before, tip, after].contains(other));
            cross(b - a, c - b) >= 0.0 && !others().any(|other| inside(place(*other), [a, b, c]))
        })?;
        let picked = [(ear + count - 1) % count, ear, (ear + 1) % count].map(|at| left.get(at).copied());
        let [Some(before), Some(tip), Some(after)] = picked else { return None };
        triangles.push([before, tip, after]);
        left.remove(ear);
    }
    if let [a, b, c] = left[..] {
        triangles.push([a, b, c]);
    }
    // Ears of an outline that crosses itself cover more than the outline does.
    let covered: f32 = triangles
        .iter()
        .map(|triangle| {
            let [a, b, c] = triangle.map(place);
            cross(b - a, c - a).abs() / 2.0
        })
        .sum();
    let area = signed_area(corners).abs();
    ((covered - area).abs() <= 1e-3 * area).then_some(triangles)
}

fn inside(place: Pos2, [a, b, c]: [Pos2; 3]) -> bool {
    cross(b - a, place - a) > 0.0 && cross(c - b, place - b) > 0.0 && cross(a - c, place - c) > 0.0
}

fn add_soft(
    mesh: &mut Mesh,
    corners: &[Pos2],
    triangles: &[[u32; 3]],
    (feather, color_at): (f32, &dyn Fn(Pos2) -> Color32),
) {
    let base = mesh.vertices.len() as u32;
    let count = corners.len() as u32;
    let outwards = miters(corners);
    for (corner, out) in corners.iter().zip(&outwards) {
        mesh.colored_vertex(*corner - *out * (feather / 2.0), color_at(*corner));
    }
    for [a, b, c] in triangles {
        mesh.add_triangle(base + a, base + b, base + c);
    }
    if feather <= 0.0 {
        return;
    }
    for (corner, out) in corners.iter().zip(&outwards) {
        mesh.colored_vertex(*corner + *out * (feather / 2.0), Color32::TRANSPARENT);
    }
    for index in 0..count {
        let next = (index + 1) % count;
        mesh.add_triangle(base + index, base + next, base + count + next);
        mesh.add_triangle(base + index, base + count + next, base + count + index);
    }
}

/// For each corner of a clockwise outline the way outwards, long enough to move both its edges by one.
fn miters(corners: &[Pos2]) -> Vec<Vec2> {
    let count = corners.len();
    let at = |index: usize| corners.get(index % count).copied().unwrap_or_default();
    (0..count)
        .map(|index| {
            let before = normal(at(index) - at(index + count - 1));
            let after = normal(at(index + 1) - at(index));
            let sum = before + after;
            sum * (2.0 / sum.length_sq().max(0.5))
        })
        .collect()
}

fn normal(along: Vec2) -> Vec2 {
    let along = along.normalized();
    vec2(along.y, -along.x)
}

/// Fills by the non-zero rule, slab by slab between the corners' x.
fn add_slabs(mesh: &mut Mesh, corners: &[Pos2], color_at: &dyn Fn(Pos2) -> Color32) {
    let mut sides: Vec<Side> = edges(corners)
        .filter(|(a, b)| a.x != b.x)
        .map(|(a, b)| if a.x < b.x { (a, b, 1) } else { (b, a, -1) })
        .collect();
    sides.sort_by(|a, b| a.0.x.total_cmp(&b.0.x));
    let mut stops: Vec<f32> = corners.iter().map(|corner| corner.x).collect();
    stops.sort_by(f32::total_cmp);
    stops.dedup_by(|a, b| *a - *b < 1e-3);
    let mut waiting = sides.into_iter().peekable();
    let mut active: Vec<Side> = Vec::new();
    for (left, right) in stops.iter().zip(stops.iter().skip(1)) {
        while let Some(side) = waiting.next_if(|side| side.0.x <= left + 1e-3) {
            active.push(side);
        }
        active.retain(|side| side.1.x > left.midpoint(*right));
        add_slab(mesh, &mut active, (*left, *right, 0), color_at);
    }
}

/// A side of the outline from its left end to its right end, and which way the outline runs along it.
type Side = (Pos2, Pos2, i32);

/// Fills between two x; where two sides cross in between, in two goes.
fn add_slab(
    mesh: &mut Mesh,
    active: &mut [Side],
    (left, right, depth): (f32, f32, u8),
    color_at: &dyn Fn(Pos2) -> Color32,
) {
    let near_left = left + (right - left) * 0.01;
    let near_right = right - (right - left) * 0.01;
    active.sort_by(|a, b| y_at(a, near_left).total_cmp(&y_at(b, near_left)));
    let crossing = active.iter().zip(active.iter().skip(1)).find_map(|(a, b)| {
        let (before, after) = (y_at(b, near_left) - y_at(a, near_left), y_at(b, near_right) - y_at(a, near_right));
        (after < -1e-3 && before > after).then(|| near_left + (near_right - near_left) * before / (before - after))
    });
    if let Some(crossing) = crossing.filter(|_| depth < 12) {
        add_slab(mesh, active, (left, crossing, depth + 1), color_at);
        add_slab(mesh, active, (crossing, right, depth + 1), color_at);
        return;
    }
    let mut winding = 0;
    let mut top: Option<&Side> = None;
    for side in active.iter() {
        if winding == 0 {
            top = Some(side);
        }
        winding += side.2;
        if let (0, Some(top)) = (winding, top) {
            let quad = [(top, left), (top, right), (side, right), (side, left)];
            add_quad(mesh, quad.map(|(side, x)| Pos2::new(x, y_at(side, x))), color_at);
        }
    }
}

fn y_at(side: &Side, x: f32) -> f32 {
    let (a, b, _) = side;
    a.y + (b.y - a.y) * ((x - a.x) / (b.x - a.x))
}

fn add_quad(mesh: &mut Mesh, corners: [Pos2; 4], color_at: &dyn Fn(Pos2) -> Color32) {
    let base = mesh.vertices.len() as u32;
    for corner in corners {
        mesh.colored_vertex(corner, color_at(corner));
    }
    mesh.add_triangle(base, base + 1, base + 2);
    mesh.add_triangle(base, base + 2, base + 3);
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::pos2;

    fn covered(corners: &[Pos2]) -> f32 {
        let mut mesh = Mesh::default();
        fill(&mut mesh, corners, 0.0, &|_| Color32::BLACK);
        let at = |index: u32| mesh.vertices[index as usize].pos;
        mesh.indices.chunks(3).map(|t| cross(at(t[1]) - at(t[0]), at(t[2]) - at(t[0])).abs() / 2.0).sum()
    }

    #[test]
    fn fills_cover_the_outline_and_nothing_else() {
        let check = |name: &str, corners: &[(f32, f32)], area: f32| {
            let corners: Vec<Pos2> = corners.iter().map(|(x, y)| pos2(*x, *y)).collect();
            assert!((covered(&corners) - area).abs() < 0.01, "{name}: {}", covered(&corners));
        };
        check("square", &[(0., 0.), (10., 0.), (10., 10.), (0., 10.)], 100.0);
        check("anticlockwise", &[(0., 0.), (0., 10.), (10., 10.), (10., 0.)], 100.0);
        // A chevron: as wide as its body, the notch taken at the left is added at the right.
        check("chevron", &[(0., 0.), (20., 0.), (25., 5.), (20., 10.), (0., 10.), (5., 5.)], 200.0);
        check("letter L", &[(0., 0.), (2., 0.), (2., 8.), (10., 8.), (10., 10.), (0., 10.)], 36.0);
        check("a crossing", &[(0., 0.), (10., 8.), (10., 0.), (0., 4.)], 100.0 / 3.0);
    }

    #[test]
    fn long_outlines_are_filled_by_slabs() {
        let upper = (0..=100).map(|x| pos2(x as f32, 10.0 * (x as f32 / 10.0).sin()));
        let lower = (0..=100).rev().map(|x| pos2(x as f32, 50.0));
        let corners: Vec<Pos2> = upper.chain(lower).collect();
        let expected = signed_area(&corners).abs();
        assert!((covered(&corners) - expected).abs() < 1.0);
    }
}
