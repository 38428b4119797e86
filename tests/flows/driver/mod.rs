//! The window without a window: settings and files in temporary directories, dialogs with written answers.

use std::time::{Duration, Instant};

use egui::{Event, Key, Modifiers, Rect, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use tempfile::TempDir;
use tropa::app::file_dialogs::{Pick, Scripted};
use tropa::app::habits::WrittenDown;
use tropa::app::{App, Parts};
use tropa::i18n::{FluentValue, Texts};
use tropa::model::{Document, Emotion, Journey, Lane, Language, SeededIds, Subject, TouchpointId, columns};
use tropa::present::show::Show;
use tropa::scene::{HitTarget, Theme};

mod beside;
mod clip;
mod contrast;
mod find;
pub(crate) mod fit;
mod habits;
mod hands;
mod ledger;
mod names;
mod orders;
pub(crate) mod personas;
mod shell;
mod spaces;
pub(crate) mod typist;
pub(crate) mod views;
mod writing;

/// How the window is started.
pub(crate) struct Setup {
    pub(crate) language: Language,
    pub(crate) file: Option<std::path::PathBuf>,
    pub(crate) dialogs: Vec<Pick>,
}

impl Default for Setup {
    fn default() -> Self {
        Self { language: Language::En, file: None, dialogs: Vec::new() }
    }
}

/// Runs a flow in both languages.
pub(crate) fn check_both(flow: impl Fn(Driver)) {
    for language in [Language::Ru, Language::En] {
        flow(Driver::new(Setup { language, ..Setup::default() }));
    }
}

/// A window under test.
pub(crate) struct Driver {
    harness: Harness<'static, App>,
    directory: TempDir,
    pub(crate) windows: WrittenDown,
}

fn start(
    setup: Setup,
    directory: &std::path::Path,
    windows: WrittenDown,
    begin: impl FnOnce(&mut App),
) -> Harness<'static, App> {
    let Setup { language, file, dialogs } = setup;
    let parts = Parts {
        file,
        language: None,
        system_language: language,
        directory: Some(directory.to_owned()),
        dialogs: Box::new(Scripted::new(dialogs)),
        windows: Box::new(windows),
        ids: Box::new(SeededIds::new(7)),
    };
    let mut state = App::new(parts);
    begin(&mut state);
    let builder =
        Harness::builder().with_size(vec2(1920.0, 1080.0)).with_max_steps(40).with_context_setup(fit::prepare);
    let mut harness = builder.build_ui_state(|ui, app: &mut App| app.show(ui), state);
    harness.run();
    harness
}

impl Driver {
    /// The window with the file, else with the sample that the start screen offers.
    pub(crate) fn new(setup: Setup) -> Self {
        Self::begun(setup, App::show_map)
    }

    /// The window as it begins where there was none before.
    pub(crate) fn first_start(setup: Setup) -> Self {
        Self::begun(setup, |_| ())
    }

    fn begun(setup: Setup, begin: impl FnOnce(&mut App)) -> Self {
        let directory = tempfile::tempdir().expect("a directory");
        let windows = WrittenDown::default();
        Self { harness: start(setup, directory.path(), windows.clone(), begin), directory, windows }
    }

    /// Closes the window and starts it again with the same settings.
    pub(crate) fn restart(self) -> Self {
        let Self { harness, directory, windows } = self;
        drop(harness);
        let setup = Setup { language: Language::Ru, ..Setup::default() };
        Self { harness: start(setup, directory.path(), windows.clone(), |_| ()), directory, windows }
    }

    pub(crate) fn settle(&mut self) {
        self.harness.run();
    }

    /// Whether the last frame asked for another one right away.
    pub(crate) fn asks_for_a_repaint(&mut self) -> bool {
        self.harness.step();
        let output = self.harness.output();
        output.viewport_output.values().any(|viewport| viewport.repaint_delay < Duration::from_secs(1))
    }

    pub(crate) fn app(&self) -> &App {
        self.harness.state()
    }

    pub(crate) fn document(&self) -> &Document {
        self.app().document()
    }

    pub(crate) fn is_modified(&self) -> bool {
        self.app().is_modified()
    }

    pub(crate) fn recent_names(&self) -> Vec<String> {
        let name = |path: &std::path::PathBuf| path.file_name().map(|name| name.to_string_lossy().into_owned());
        self.app().recent().iter().filter_map(name).collect()
    }

    pub(crate) fn background(&self) -> tropa::scene::Color {
        Theme::of(self.app().theme_name()).background
    }

    /// A message in the window's language.
    pub(crate) fn word(&self, key: &str) -> String {
        let texts: &Texts = self.app().texts();
        assert!(texts.has(key), "{key}");
        texts.get(key)
    }

    /// The state of the running show.
    pub(crate) fn show(&self) -> &Show {
        self.app().running_show().expect("a show is running")
    }

    /// A message about a stop of this name.
    pub(crate) fn texts_with(&self, key: &str, name: &str) -> String {
        self.app().texts().with(key, &[("name", name.into())])
    }

    /// Asks the window to close.
    pub(crate) fn close_window(&mut self) {
        let input = self.harness.input_mut();
        let viewport = input.viewports.entry(input.viewport_id).or_default();
        viewport.events.push(egui::ViewportEvent::Close);
        self.harness.step();
        let input = self.harness.input_mut();
        input.viewports.entry(input.viewport_id).or_default().events.clear();
        self.harness.run();
    }

    /// Sends events of one frame and runs until everything rests.
    pub(crate) fn events(&mut self, events: Vec<Event>) {
        self.harness.input_mut().events.extend(events);
        self.harness.run();
    }

    pub(crate) fn sees(&self, label: &str) -> bool {
        self.harness.query_all_by_label(label).next().is_some()
    }

    /// Whether something is called by words that hold these.
    pub(crate) fn sees_part(&self, part: &str) -> bool {
        self.harness.query_all_by_label_contains(part).next().is_some()
    }

    pub(crate) fn language(&self) -> Language {
        self.app().texts().language()
    }

    /// Clicks what goes by this name; the topmost, where a dialog repeats a name of the window.
    pub(crate) fn click(&mut self, label: &str) {
        self.bring_into_sight(label);
        let all: Vec<_> = self.harness.query_all_by_label(label).collect();
        let last = all.last().unwrap_or_else(|| panic!("nothing is called {label:?}"));
        last.click();
        self.harness.run();
    }

    /// Like [`Self::click`] for the first that goes by this name.
    pub(crate) fn click_first(&mut self, label: &str) {
        if let Some(node) = self.harness.query_all_by_label(label).next() {
            node.scroll_to_me();
        }
        self.harness.run();
        let first = self.harness.query_all_by_label(label).next();
        first.unwrap_or_else(|| panic!("nothing is called {label:?}")).click();
        self.harness.run();
    }

    /// Clicks the tab whose title has these words in it.
    pub(crate) fn click_tab(&mut self, words: &str) {
        let is_tab = |node: &egui_kittest::Node<'_>| node.accesskit_node().role() == egui::accesskit::Role::Tab;
        let tab = self.harness.query_all_by_label_contains(words).find(is_tab);
        tab.unwrap_or_else(|| panic!("no tab says {words:?}")).click();
        self.harness.run();
    }

    /// Opens a list of choices and picks one.
    pub(crate) fn choose(&mut self, field: &str, choice: &str) {
        self.click(field);
        // The list is below its field, at what is chosen; the map may say the same word elsewhere.
        let combo = self.rect_of(field);
        let below = |node: &egui_kittest::Node<'_>| combo.x_range().contains(node.rect().center().x);
        self.harness.query_all_by_label(choice).rfind(below).expect(choice).scroll_to_me();
        self.harness.run();
        self.harness.query_all_by_label(choice).rfind(below).expect(choice).click();
        self.harness.run();
    }

    /// What a field shows.
    pub(crate) fn value_of(&self, label: &str) -> String {
        let fields: Vec<_> = self.harness.query_all_by_label(label).collect();
        let field = fields.iter().find(|node| node.accesskit_node().is_text_input());
        field.unwrap_or_else(|| panic!("no field is called {label:?}")).value().unwrap_or_default()
    }

    /// What a list of choices shows.
    pub(crate) fn value_of_choice(&self, label: &str) -> String {
        let fields: Vec<_> = self.harness.query_all_by_label(label).collect();
        let field = fields.iter().find(|node| node.accesskit_node().role() == egui::accesskit::Role::ComboBox);
        field.unwrap_or_else(|| panic!("no list is called {label:?}")).value().unwrap_or_default()
    }

    /// What a press on this puts on the clipboard.
    pub(crate) fn copied_by(&mut self, label: &str) -> String {
        self.harness.get_by_label(label).click();
        let mut copied = String::new();
        for _ in 0..6 {
            self.harness.step();
            for command in &self.harness.output().platform_output.commands {
                if let egui::OutputCommand::CopyText(text) = command {
                    copied.clone_from(text);
                }
            }
        }
        copied
    }

    /// A message with one argument.
    pub(crate) fn word_with<'v>(&self, key: &str, name: &str, value: impl Into<FluentValue<'v>>) -> String {
        self.app().texts().with(key, &[(name, value.into())])
    }

    /// Scrolls to it, as people do before they press what is below the edge.
    fn bring_into_sight(&mut self, label: &str) {
        // The bars at the top and at the bottom cover a strip of it.
        let screen = self.harness.ctx.content_rect().shrink2(egui::vec2(0.0, 48.0));
        let hidden = |node: &egui_kittest::Node<'_>| !screen.contains_rect(node.rect());
        if let Some(node) = self.harness.query_all_by_label(label).last().filter(hidden) {
            node.scroll_to_me();
        }
        self.harness.run();
    }

    pub(crate) fn key(&mut self, key: Key) {
        self.key_with(Modifiers::NONE, key);
    }

    pub(crate) fn key_with(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run();
    }

    /// Adds a touchpoint, so that there is something to save.
    pub(crate) fn change_something(&mut self) {
        self.key(Key::Enter);
        self.type_text("One more");
        self.key(Key::Enter);
    }

    /// Presses a key so many times in one frame.
    pub(crate) fn keys_at_once(&mut self, modifiers: Modifiers, key: Key, times: usize) {
        for _ in 0..times {
            for pressed in [true, false] {
                self.harness.event(Event::Key { key, physical_key: None, pressed, repeat: false, modifiers });
            }
        }
        self.harness.run();
    }

    /// The canvas on the screen.
    pub(crate) fn canvas(&self) -> Rect {
        self.rect_of(&self.word("canvas"))
    }

    /// Where the map's left top corner is, from the canvas' own.
    pub(crate) fn map_corner(&self) -> egui::Vec2 {
        self.app().map_corner()
    }

    /// Whether a dialog is open.
    pub(crate) fn asks(&self, label_key: &str) -> bool {
        self.sees(&self.word(label_key))
    }

    /// Types into what has the keyboard.
    pub(crate) fn type_text(&mut self, text: &str) {
        self.harness.event(Event::Text(text.to_owned()));
        self.harness.run();
    }

    /// Replaces the text of a field.
    pub(crate) fn retype(&mut self, label: &str, text: &str) {
        self.bring_into_sight(label);
        let fields: Vec<_> = self.harness.query_all_by_label(label).collect();
        let field = fields.iter().find(|node| node.accesskit_node().is_text_input());
        field.unwrap_or_else(|| panic!("no field is called {label:?}")).click();
        self.harness.run();
        self.key_with(Modifiers::COMMAND, Key::A);
        for word in text.split_inclusive(' ') {
            self.type_text(word);
        }
    }

    /// Waits for what another thread does.
    pub(crate) fn wait_until(&mut self, done: impl Fn(&Self) -> bool) {
        let begun = Instant::now();
        while !done(self) {
            assert!(begun.elapsed() < Duration::from_mins(1), "it never came about");
            std::thread::sleep(Duration::from_millis(10));
            self.harness.run();
        }
    }

    pub(crate) fn journey(&self) -> &Journey {
        self.document().journeys_in_order()[0]
    }

    /// The first touchpoint of the map, with its title.
    pub(crate) fn first_touchpoint(&self) -> (TouchpointId, String) {
        let first = columns(self.journey())[0].touchpoints[0].clone();
        (first.id.clone(), first.title.clone())
    }

    pub(crate) fn touchpoint_count(&self) -> usize {
        self.journey().touchpoints.len()
    }

    pub(crate) fn by_title(&self, title: &str) -> Option<TouchpointId> {
        self.journey().touchpoints.iter().find(|it| it.title == title).map(|it| it.id.clone())
    }

    pub(crate) fn title_of(&self, id: &TouchpointId) -> String {
        self.journey().touchpoints.get(id).map(|it| it.title.clone()).unwrap_or_default()
    }

    pub(crate) fn action_of(&self, id: &TouchpointId) -> String {
        self.journey().touchpoints.get(id).map(|it| it.action.clone()).unwrap_or_default()
    }

    /// Step and column.
    pub(crate) fn place_of(&self, id: &TouchpointId) -> ((String, String), String) {
        let touchpoint = self.journey().touchpoints.get(id).expect("there");
        let column = (touchpoint.step.to_string(), touchpoint.column.as_str().to_owned());
        (column, touchpoint.row.as_str().to_owned())
    }

    pub(crate) fn leads(&self, from: &TouchpointId, to: &TouchpointId) -> bool {
        self.journey().transitions.iter().any(|it| it.from == *from && it.to == *to)
    }

    /// Where the ways out of a touchpoint lead.
    pub(crate) fn reached_from(&self, from: &TouchpointId) -> Vec<TouchpointId> {
        self.journey().transitions.iter().filter(|it| it.from == *from).map(|it| it.to.clone()).collect()
    }

    /// A card in sight that is not reached from this one.
    pub(crate) fn unconnected_from(&self, from: &TouchpointId) -> TouchpointId {
        let free = |to: &TouchpointId| to != from && !self.leads(from, to);
        self.cards_in_sight().into_iter().find(free).expect("a card that is not reached")
    }

    pub(crate) fn touchpoints_in_order(&self) -> Vec<TouchpointId> {
        let columns = columns(self.journey());
        columns.iter().flat_map(|column| column.touchpoints.iter().map(|it| it.id.clone())).collect()
    }

    /// The lanes whose names can be pointed at, from top to bottom, with the names.
    pub(crate) fn lanes_in_sight(&self) -> Vec<(Lane, String)> {
        let hits = self.app().hits();
        let mut lanes: Vec<_> = hits
            .all()
            .iter()
            .filter_map(|seen| match seen.target {
                HitTarget::LaneName(lane) => Some((seen.rect.top(), lane.clone(), seen.label.to_owned())),
                _ => None,
            })
            .collect();
        lanes.sort_by(|one, other| one.0.total_cmp(&other.0));
        lanes.into_iter().map(|(_, lane, name)| (lane, name)).collect()
    }

    /// Points on the screen per point of the map.
    pub(crate) fn zoom(&self) -> f32 {
        self.app().zoom()
    }

    pub(crate) fn emotion_of(&self, id: &TouchpointId) -> Option<Emotion> {
        let journey = self.journey();
        let leading = journey.info.personas.first()?;
        journey.touchpoints.get(id)?.feeling(leading)?.emotion
    }

    pub(crate) fn selected(&self) -> Vec<TouchpointId> {
        let id = |subject: &Subject| match subject {
            Subject::Touchpoint(_, id) => Some(id.clone()),
            _ => None,
        };
        self.app().selection().iter().filter_map(id).collect()
    }

    pub(crate) fn card(&self, id: &TouchpointId) -> Rect {
        self.app().hits().card(id).unwrap_or_else(|| panic!("the card of {id} is not in sight"))
    }

    /// The name under which a card is known to assistive technology.
    pub(crate) fn card_label(&self, title: &str) -> String {
        let hits = self.app().hits();
        let is_it = |seen: &&tropa::ui::canvas::hits::Seen<'_>| self.is_card_of(seen, title);
        hits.all().iter().find(is_it).unwrap_or_else(|| panic!("no card says {title:?}")).label.to_owned()
    }

    pub(crate) fn click_card(&mut self, title: &str) {
        let label = self.card_label(title);
        self.harness.get_by_label(&label).click();
        self.harness.run();
    }

    pub(crate) fn open_menu_of_card(&mut self, title: &str) {
        let label = self.card_label(title);
        self.harness.get_by_label(&label).click_secondary();
        self.harness.run();
    }

    /// Where something with this name is; the topmost, where several have it.
    pub(crate) fn rect_of(&self, label: &str) -> Rect {
        let all: Vec<_> = self.harness.query_all_by_label(label).collect();
        all.last().unwrap_or_else(|| panic!("nothing is called {label:?}")).rect()
    }

    pub(crate) fn double_click_card(&mut self, title: &str) {
        let label = self.card_label(title);
        for _ in 0..2 {
            self.harness.get_by_label(&label).click();
            self.harness.step();
        }
        self.harness.run();
    }

    /// Two cards in sight, of which the second is not reached from the first.
    pub(crate) fn unconnected_pair(&self) -> (TouchpointId, TouchpointId) {
        let ids = self.cards_in_sight();
        let pairs = ids.iter().flat_map(|from| ids.iter().map(move |to| (from, to)));
        let free = |(from, to): &(&TouchpointId, &TouchpointId)| from != to && !self.leads(from, to);
        let (from, to) = pairs.into_iter().find(free).expect("a pair");
        (from.clone(), to.clone())
    }

    /// Two cards in sight in different columns.
    pub(crate) fn cards_of_two_columns(&self) -> (TouchpointId, TouchpointId) {
        let ids = self.cards_in_sight();
        let first = ids.first().expect("a card").clone();
        let other = ids.iter().find(|id| self.place_of(id).0 != self.place_of(&first).0).expect("another column");
        (first, other.clone())
    }

    pub(crate) fn cards_in_sight(&self) -> Vec<TouchpointId> {
        let hits = self.app().hits();
        let whole = |id: &TouchpointId| {
            hits.all().iter().any(|seen| {
                let is_it = matches!(seen.target, HitTarget::Subject(Subject::Touchpoint(_, it)) if it == id);
                is_it && seen.card && seen.rect == seen.whole
            })
        };
        let columns = columns(self.journey());
        let all = columns.iter().flat_map(|column| column.touchpoints.iter());
        all.map(|touchpoint| touchpoint.id.clone()).filter(whole).collect()
    }
}
