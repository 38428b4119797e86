//! What a map costs at 50 to 50,000 touchpoints: layout, shaping, PNG, SVG and PDF; opening and saving against bare RON.
//!
//! `cargo bench --bench map` prints a table (`-- --pan` and `-- --show` only frames of the window, `-- --edit` only edits, `-- --edit 5000 connect add` those of some kinds, in that order);
//! every figure is the median of several runs in this one process, and what is compared is compared as a ratio of runs
//! in turn. `-- --write FOLDER` writes the generated maps as files instead, and
//! `-- --export COUNT OUT.png` exports one and prints the peak memory of the process (Linux).

#![expect(clippy::print_stdout, reason = "a benchmark prints its table")]

#[path = "edit.rs"]
mod edit;
#[path = "../rooms/generate.rs"]
mod generate;
#[path = "../../src/memory.rs"]
mod memory;
#[path = "pan.rs"]
mod pan;
#[path = "show.rs"]
mod show;

use std::hint::black_box;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use serde::de::IgnoredAny;
use tropa::export::{self, Continue};
use tropa::model::{Document, JourneyId};
use tropa::scene::{MapOptions, Scene, SceneCache, map_scene};
use tropa::{format, storage};

const SIZES: [usize; 4] = [50, 500, 5_000, 50_000];
/// The zooms at which panning is measured: the smallest, those at which letters are bars, and full size.
const ZOOMS: [f32; 5] = [0.05, 0.1, 0.3, 0.5, 1.0];

fn main() -> anyhow::Result<()> {
    memory::keep_what_is_freed();
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["--pan"] => frames(&[5_000, 50_000], &ZOOMS),
        ["--pan", count, zoom] => frames(&[count.parse()?], &[zoom.parse()?]),
        ["--show"] => shows(),
        ["--edit"] => SIZES.iter().try_for_each(|count| edits(*count, &[""])),
        ["--edit", count] => edits(count.parse()?, &[""]),
        ["--edit", count, kinds @ ..] => edits(count.parse()?, kinds),
        ["--write", folder] => write_files(Path::new(folder)),
        ["--export", count, out] => export_one(count.parse()?, Path::new(out)),
        _ => {
            pictures();
            files()?;
            frames(&[5_000, 50_000], &ZOOMS)?;
            shows()?;
            SIZES.iter().try_for_each(|count| edits(*count, &[""]))
        }
    }
}

/// Frames of the window over large maps.
fn frames(counts: &[usize], zooms: &[f32]) -> anyhow::Result<()> {
    for count in counts {
        for (zoom, time) in pan::panning(&generate::journey(*count), zooms)? {
            println!("panning {count} at {:>3.0} %: {:.2} ms a frame", zoom * 100.0, time.as_secs_f64() * 1000.0);
        }
    }
    Ok(())
}

/// Frames of a show, on its way from stop to stop.
fn shows() -> anyhow::Result<()> {
    for count in [50, 500, 5_000] {
        let show::Walk { slides, first, turns, moving, resting } = show::walk(&generate::journey(count))?;
        println!("show of {count}: {slides} slides, first frame {:.1} ms", ms(first));
        for (name, times) in [("turning", turns), ("gliding", moving), ("at rest", resting)] {
            let at = |share: f64| times.get((times.len() as f64 * share) as usize).copied().unwrap_or_default();
            let worst = times.last().copied().unwrap_or_default();
            println!("  {name}: median {:.2} ms, 99 % {:.2} ms, worst {:.2} ms", ms(at(0.5)), ms(at(0.99)), ms(worst));
        }
    }
    Ok(())
}

/// Single edits, and drags that edit in each frame; of the edits those whose names begin like one of these.
fn edits(count: usize, kinds: &[&str]) -> anyhow::Result<()> {
    println!("\nediting {count} touchpoints: processor time in ms          median      99 %     worst");
    for edit::Row { name, times } in edit::rows(&generate::journey(count), kinds)? {
        let at = |share: f64| times.get((times.len() as f64 * share) as usize).or(times.last()).copied();
        let [median, most, worst] = [at(0.5), at(0.99), times.last().copied()].map(|time| ms(time.unwrap_or_default()));
        println!("  {name:<50} {median:>9.2} {most:>9.2} {worst:>9.2}");
    }
    println!("  {}", peak_memory());
    Ok(())
}

fn bytes_of(document: &Document) -> anyhow::Result<Vec<u8>> {
    format::to_bytes(document).map_err(|error| anyhow::anyhow!("{error:?}"))
}

fn write_files(folder: &Path) -> anyhow::Result<()> {
    std::fs::create_dir_all(folder)?;
    for count in [50, 500, 5_000, 10_000, 50_000] {
        let path = folder.join(format!("{count}.ron"));
        std::fs::write(&path, bytes_of(&generate::journey(count))?)?;
        println!("{}", path.display());
    }
    Ok(())
}

/// Exports a generated map to PNG in this process alone, for its peak memory.
fn export_one(count: usize, out: &Path) -> anyhow::Result<()> {
    let document = generate::journey(count);
    let scene = scene(&document, &mut SceneCache::default());
    let mut file = std::fs::File::create(out)?;
    export::png(&scene, 1.0, &mut file, &mut |_| Continue::Yes)?;
    println!("{count} touchpoints, {}×{} px, {}", scene.size.width, scene.size.height, peak_memory());
    Ok(())
}

/// The most memory this process has held (Linux).
fn peak_memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or("VmHWM: unknown");
    peak.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn scene(document: &Document, cache: &mut SceneCache) -> Scene {
    let journey: JourneyId = document.journeys.iter().next().expect("one journey").id.clone();
    map_scene(document, &MapOptions::new(journey), cache)
}

/// The median time of several runs; fewer where one takes long.
fn median(mut run: impl FnMut()) -> Duration {
    let mut times = Vec::new();
    let begin = Instant::now();
    while times.len() < 3 || (times.len() < 15 && begin.elapsed() < Duration::from_secs(2)) {
        let start = Instant::now();
        run();
        times.push(start.elapsed());
    }
    times.sort();
    times[times.len() / 2]
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn pictures() {
    println!("touchpoints  layout cold  layout warm       PNG       SVG       PDF  (ms, 1×, all lanes)");
    for count in SIZES {
        let document = generate::journey(count);
        let cold = median(|| drop(black_box(scene(&document, &mut SceneCache::default()))));
        let mut cache = SceneCache::default();
        let warm = median(|| drop(black_box(scene(&document, &mut cache))));
        let scene = scene(&document, &mut cache);
        let png = median(|| export::png(&scene, 1.0, &mut Sink, &mut |_| Continue::Yes).expect("exports"));
        let svg = median(|| export::svg(&scene, &mut Sink).expect("exports"));
        let pdf = median(|| drop(export::pdf(std::slice::from_ref(&scene), &mut Sink).expect("exports")));
        println!(
            "{count:>11} {:>12.1} {:>12.1} {:>9.1} {:>9.1} {:>9.1}",
            ms(cold),
            ms(warm),
            ms(png),
            ms(svg),
            ms(pdf)
        );
    }
}

/// Takes everything and keeps nothing.
struct Sink;

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        Ok(black_box(bytes).len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Opening against ron's own parse of the same bytes that keeps nothing; saving against ron's own pretty serialising,
/// parsing, writing and syncing of the same values. Both are the least that any use of ron can cost.
fn files() -> anyhow::Result<()> {
    println!("\ntouchpoints      open  bare RON  ratio      save  bare RON  ratio  (ms)");
    let folder = tempfile::tempdir()?;
    for count in SIZES {
        let document = generate::journey(count);
        let path = folder.path().join("map.ron");
        let bytes = bytes_of(&document)?;
        std::fs::write(&path, &bytes)?;
        let open = median(|| drop(black_box(storage::open(&path).expect("opens"))));
        let bare_open = median(|| {
            let text = std::fs::read_to_string(&path).expect("reads");
            black_box(ron::from_str::<IgnoredAny>(&text).expect("parses"));
        });
        let save = median(|| {
            black_box(storage::save(&path, &document, storage::Expected::Any).expect("saves"));
        });
        let bare_path = folder.path().join("bare.ron");
        let value: ron::Value = ron::from_str(std::str::from_utf8(&bytes)?)?;
        let bare_save = median(|| bare_save(&value, &bare_path).expect("saves"));
        println!(
            "{count:>11} {:>9.1} {:>9.1} {:>6.2} {:>9.1} {:>9.1} {:>6.2}",
            ms(open),
            ms(bare_open),
            open.as_secs_f64() / bare_open.as_secs_f64(),
            ms(save),
            ms(bare_save),
            save.as_secs_f64() / bare_save.as_secs_f64()
        );
    }
    Ok(())
}

fn bare_save(value: &ron::Value, path: &Path) -> anyhow::Result<()> {
    let text = ron::ser::to_string_pretty(value, ron::ser::PrettyConfig::new().new_line("\n"))?;
    black_box(ron::from_str::<IgnoredAny>(&text)?);
    let mut file = std::fs::File::create(path)?;
    file.write_all(text.as_bytes())?;
    Ok(file.sync_all()?)
}
