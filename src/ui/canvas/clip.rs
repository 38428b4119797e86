//! Lines cut to what is seen of them: a dashed line over a whole map costs only the dashes on the canvas.

use egui::{Pos2, Rect};

/// A part of a line that is seen.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// Its corners.
    pub points: Vec<Pos2>,
    /// How far along the whole line it begins, in points on the screen.
    pub begins_at: f32,
}

/// The parts of a line that lie in `seen`, in order.
pub fn seen_runs(points: &[Pos2], seen: Rect) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut goes_on = false;
    let mut travelled = 0.0;
    for (from, to) in points.iter().zip(points.iter().skip(1)) {
        let (way, length) = (*to - *from, from.distance(*to));
        match seen_part(*from, *to, seen) {
            Some((begin, end)) => {
                if begin > 0.0 || !goes_on {
                    runs.push(Run { points: vec![*from + way * begin], begins_at: travelled + length * begin });
                }
                if let Some(run) = runs.last_mut() {
                    run.points.push(if end < 1.0 { *from + way * end } else { *to });
                }
                goes_on = end >= 1.0;
            }
            None => goes_on = false,
        }
        travelled += length;
    }
    runs
}

/// Which part of a straight line lies in a rectangle, as shares of its length (Liang and Barsky's clipping).
fn seen_part(from: Pos2, to: Pos2, seen: Rect) -> Option<(f32, f32)> {
    let way = to - from;
    let (mut begin, mut end) = (0.0_f32, 1.0_f32);
    let sides = [
        (-way.x, from.x - seen.left()),
        (way.x, seen.right() - from.x),
        (-way.y, from.y - seen.top()),
        (way.y, seen.bottom() - from.y),
    ];
    for (towards, room) in sides {
        if towards == 0.0 {
            if room < 0.0 {
                return None;
            }
        } else if towards < 0.0 {
            begin = begin.max(room / towards);
        } else {
            end = end.min(room / towards);
        }
    }
    (begin <= end).then_some((begin, end))
}

/// The dashes of a part of a line: they stand where those of the whole line do.
pub fn dashes(run: &Run, dash: f32, gap: f32) -> Vec<Vec<Pos2>> {
    let period = dash + gap;
    if period <= 0.0 {
        return vec![run.points.clone()];
    }
    let mut dashes: Vec<Vec<Pos2>> = Vec::new();
    // Where in the pattern the line is: below `dash` it draws.
    let mut phase = run.begins_at.rem_euclid(period);
    if phase < dash {
        dashes.extend(run.points.first().map(|start| vec![*start]));
    }
    for (from, to) in run.points.iter().zip(run.points.iter().skip(1)) {
        let (way, length) = (*to - *from, from.distance(*to));
        let mut done = 0.0;
        while done < length {
            let drawing = phase < dash;
            let step = (if drawing { dash - phase } else { period - phase }).min(length - done);
            // Where rounding leaves no step the pattern still goes on.
            let step = step.max(length * 1e-6).max(f32::MIN_POSITIVE);
            done += step;
            phase += step;
            let here = *from + way * (done / length).min(1.0);
            if drawing && let Some(open) = dashes.last_mut() {
                open.push(here);
            }
            if !drawing && phase >= period - 1e-4 && done < length {
                dashes.push(vec![here]);
            }
            if phase >= period - 1e-4 {
                phase = 0.0;
            } else if drawing && phase >= dash - 1e-4 {
                phase = dash;
            }
        }
    }
    dashes.retain(|dash| dash.len() > 1);
    dashes
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::pos2;

    fn seen() -> Rect {
        Rect::from_min_max(pos2(0.0, 0.0), pos2(100.0, 100.0))
    }

    #[test]
    fn only_what_is_seen_is_left() {
        let run = |points: &[(f32, f32)], begins_at: f32| Run {
            points: points.iter().map(|(x, y)| pos2(*x, *y)).collect(),
            begins_at,
        };
        let check = |points: &[(f32, f32)], expected: &[Run]| {
            let points: Vec<Pos2> = points.iter().map(|(x, y)| pos2(*x, *y)).collect();
            assert_eq!(seen_runs(&points, seen()), expected, "{points:?}");
        };
        check(&[(10.0, 10.0), (90.0, 10.0)], &[run(&[(10.0, 10.0), (90.0, 10.0)], 0.0)]);
        check(&[(-1000.0, 50.0), (1100.0, 50.0)], &[run(&[(0.0, 50.0), (100.0, 50.0)], 1000.0)]);
        check(&[(-10.0, 120.0), (110.0, 120.0)], &[]);
        let around = [(50.0, 50.0), (50.0, 200.0), (80.0, 200.0), (80.0, 50.0)];
        check(&around, &[run(&[(50.0, 50.0), (50.0, 100.0)], 0.0), run(&[(80.0, 100.0), (80.0, 50.0)], 280.0)]);
        check(&[(10.0, 0.0), (10.0, 20.0), (30.0, 20.0)], &[run(&[(10.0, 0.0), (10.0, 20.0), (30.0, 20.0)], 0.0)]);
    }

    #[test]
    fn dashes_of_a_part_are_those_of_the_whole() {
        let line = |from: f32, to: f32| [pos2(from, 50.0), pos2(to, 50.0)];
        let ends = |points: &[Pos2], seen: Rect| {
            let dashes = seen_runs(points, seen).iter().flat_map(|run| dashes(run, 3.0, 4.0)).collect::<Vec<_>>();
            dashes.iter().map(|dash| (dash[0].x.round(), dash[dash.len() - 1].x.round())).collect::<Vec<_>>()
        };
        let whole = ends(&line(-700.0, 700.0), Rect::EVERYTHING);
        assert_eq!(whole.len(), 200);
        assert_eq!(whole[100], (0.0, 3.0));
        let inside: Vec<_> = whole.iter().filter(|(from, to)| *from >= 1.0 && *to <= 99.0).copied().collect();
        let part = ends(&line(-700.0, 700.0), seen());
        assert!(inside.iter().all(|dash| part.contains(dash)), "{part:?}");
        assert!(part.len() <= inside.len() + 2);
    }

    #[test]
    fn a_dash_goes_round_a_corner() {
        let points = vec![pos2(0.0, 0.0), pos2(2.0, 0.0), pos2(2.0, 8.0)];
        let dashes = dashes(&Run { points, begins_at: 0.0 }, 3.0, 4.0);
        assert_eq!(dashes[0], [pos2(0.0, 0.0), pos2(2.0, 0.0), pos2(2.0, 1.0)]);
        assert_eq!(dashes[1], [pos2(2.0, 5.0), pos2(2.0, 8.0)]);
        assert_eq!(dashes.len(), 2);
    }
}
