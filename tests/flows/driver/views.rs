//! Every page, panel, dialog and picture of the window: said once, for all checks that look at each of them.

use egui::{Key, Modifiers};
use tropa::model::{Language, Stage, Subject};
use tropa::present::paper::PaperKind;
use tropa::present::show::ShowCommand;
use tropa::ui::action::Action;
use tropa::ui::command::CommandId;
use tropa::ui::dialogs::{Dialog, Doubt, PaperChoice, PaperWhat, Question};
use tropa::ui::present::ShowAction;
use tropa::ui::start::{Listed, Recovered};
use tropa::ui::studio::StudioAction;
use tropa::ui::studio::crop::{Crop, CropDialog};
use tropa::ui::workshop::Tool;

use super::Driver;
use super::fit::Scrolled;

/// Something that the window can show.
pub(crate) struct Shown {
    pub(crate) name: String,
    /// A message that is read there: what is not shown is not checked.
    sign: &'static str,
    /// How it is scrolled.
    pub(crate) scrolled: Scrolled,
    /// Whether it has a window of its own beside the first one.
    pub(crate) is_beside: bool,
    show: Box<dyn Fn(&mut Driver)>,
}

impl Shown {
    /// Shows it, whether or not the first window is where it is read.
    pub(crate) fn begin(&self, driver: &mut Driver) {
        (self.show)(driver);
    }
}

fn shown(name: impl Into<String>, sign: &'static str, show: impl Fn(&mut Driver) + 'static) -> Shown {
    Shown { name: name.into(), sign, scrolled: Scrolled::Down, is_beside: false, show: Box::new(show) }
}

/// A wide table.
fn sideways(it: Shown) -> Shown {
    Shown { scrolled: Scrolled::Sideways, ..it }
}

/// What a command of the table shows.
fn by_command(key: &'static str, sign: &'static str) -> Shown {
    shown(key, sign, move |driver| driver.order(key))
}

/// What fills the middle.
pub(crate) fn pages() -> Vec<Shown> {
    vec![
        by_command("show-map", "canvas"),
        by_command("show-outline", "command-show-outline"),
        by_command("show-personas", "studio-journeys"),
        shown("personas side by side", "studio-compare-end", |driver| {
            driver.order("show-personas");
            driver.order("compare-personas");
        }),
        sideways(by_command("show-barriers", "barriers")),
        by_command("show-opportunities", "board-export"),
        by_command("show-journeys", "command-show-journeys"),
        by_command("start-screen", "start-recent"),
    ]
}

/// What stands at the right of the map, or over it.
pub(crate) fn panels() -> Vec<Shown> {
    let mut all = vec![
        shown("several touchpoints", "canvas", |driver| driver.order("select-all")),
        by_command("history", "history-title"),
        by_command("transcript", "sources-title"),
        by_command("filter", "filter-marks"),
        by_command("find", "search-field"),
    ];
    all.extend(Tool::ALL.map(|tool| {
        shown(format!("workshop, {tool:?}"), "workshop-title", move |driver| {
            if !driver.asks("workshop-title") {
                driver.order("workshop");
            }
            let places = Tool::ALL.iter().position(|it| *it == tool).expect("a tool");
            driver.click(&driver.word("tool-agenda"));
            (0..places).for_each(|_| driver.key_with(Modifiers::COMMAND, Key::PageDown));
        })
    }));
    all
}

/// The form of everything that has one.
pub(crate) fn forms() -> Vec<Shown> {
    type Found = fn(&Driver) -> Subject;
    let kinds: [(&str, Found); 14] = [
        ("touchpoint", |it| Subject::Touchpoint(it.journey().id.clone(), it.first_touchpoint().0)),
        ("barrier", |it| Subject::Barrier(it.document().barriers.iter().next().expect("one").id.clone())),
        ("opportunity", |it| Subject::Opportunity(it.document().opportunities.iter().next().expect("one").id.clone())),
        ("strength", |it| Subject::Strength(it.document().strengths.iter().next().expect("one").id.clone())),
        ("transition", |it| {
            let transition = it.journey().transitions.iter().next().expect("one").id.clone();
            Subject::Transition(it.journey().id.clone(), transition)
        }),
        ("stage", |it| Subject::Stage(it.journey().id.clone(), Stage::Contact)),
        ("step", |it| {
            Subject::Step(it.journey().id.clone(), it.journey().steps.iter().next().expect("one").id.clone())
        }),
        ("evidence", |it| Subject::Evidence(it.document().evidence.iter().next().expect("one").id.clone())),
        ("metric", |it| Subject::Metric(it.document().metrics.iter().next().expect("one").id.clone())),
        ("channel", |it| Subject::Channel(it.document().channels.iter().next().expect("one").id.clone())),
        ("department", |it| Subject::Department(it.document().departments.iter().next().expect("one").id.clone())),
        ("persona", |it| Subject::Persona(it.persona(0).id.clone())),
        ("journey", |it| Subject::Journey(it.journey().id.clone())),
        ("project", |_| Subject::Project),
    ];
    let form = |(name, found): (&str, Found)| {
        shown(format!("form, {name}"), "canvas", move |driver: &mut Driver| {
            let subject = found(driver);
            driver.reveal(subject);
        })
    };
    kinds.map(form).into()
}

/// What lies over the window and asks.
pub(crate) fn dialogs() -> Vec<Shown> {
    let mut all = vec![
        by_command("new", "new-title"),
        by_command("export", "export-title"),
        by_command("problems", "close"),
        by_command("settings", "settings-title"),
        by_command("about", "about-credits"),
        by_command("shortcuts", "command-shortcuts"),
        by_command("stops", "stops-title"),
        by_command("palette", "palette-hint"),
        shown("persona card", "card-title", |driver| {
            driver.order("show-personas");
            driver.order("export-persona");
        }),
        shown("deletion", "delete-undo-hint", |driver| {
            let persona = driver.persona(0).id.clone();
            driver.carry_out(Action::Remove(vec![Subject::Persona(persona)]));
        }),
        shown("channels", "channels-hint", |driver| {
            let (id, _) = driver.first_touchpoint();
            driver.reveal(Subject::Touchpoint(driver.journey().id.clone(), id));
            driver.order("channel");
        }),
        sideways(shown("table", "paste-table-title", |driver| driver.paste(table(driver.language())))),
        sideways(shown("table of one row", "paste-table-title", |driver| {
            driver.paste("a\tb\tc\td\te\tf\n1\t2\t3\t4\t5\t6\n");
        })),
        shown("diagram", "paste-mermaid-title", |driver| {
            driver.paste("journey\n    title Coffee\n    section Interest\n      Reads reviews: 9: Anna\n      Walks in: 2: Anna, Oleg\n");
        }),
        shown("avatars", "avatar-shuffle", |driver| {
            let persona = driver.persona(0).id.clone();
            driver.carry_out(Action::Studio(Box::new(StudioAction::DrawAvatar(persona))));
        }),
        shown("portrait", "crop-title", |driver| {
            let persona = driver.persona(0).id.clone();
            let bytes = super::personas::photo(900, 600).into();
            let picture = tropa::model::Picture { format: tropa::model::PictureFormat::Png, bytes };
            let crop = Crop::whole(900, 600);
            driver.open_dialog(Dialog::Crop(CropDialog { persona, picture, crop }));
        }),
        shown("path", "pick-open", |driver| {
            let problem = "/home/anna/maps/coffee shop, second version.ron: no such file".to_owned();
            let typed = "/home/anna/maps/coffee shop, second version.ron".to_owned();
            let listed = Listed::default();
            driver.open_dialog(Dialog::Path { title_key: "pick-open", typed, listed, problem });
        }),
        shown("message", "save-failed", |driver| {
            let text = "/home/anna/maps/coffee shop, second version.ron: the disk is full".to_owned();
            driver.open_dialog(Dialog::Message { title_key: "save-failed", text });
        }),
        shown("recovered", "recovered-title", |driver| {
            let one = Recovered {
                title: "Coffee shop at the station".to_owned(),
                file: "coffee shop, second version.ron".to_owned(),
                time: "1 November, 14:32".to_owned(),
            };
            driver.open_dialog(Dialog::Recovered(vec![one.clone(), one]));
        }),
    ];
    all.extend(PaperKind::ALL.map(|kind| {
        shown(format!("print, {kind:?}"), "print-title", move |driver| {
            driver.order("print");
            driver.change_paper(kind);
        })
    }));
    let doubts = [
        Doubt::Unsaved,
        Doubt::ChangedOutside,
        Doubt::ChangedSinceKept,
        Doubt::Comments,
        Doubt::Exists,
        Doubt::ReadOnly,
    ];
    all.extend(doubts.map(|doubt| {
        let sign = if doubt == Doubt::Exists { "answer-replace" } else { "cancel" };
        shown(format!("question, {doubt:?}"), sign, move |driver| {
            driver.open_dialog(Dialog::Question(Question { doubt, name: "coffee shop.ron".to_owned() }));
        })
    }));
    all
}

/// The show in the room: what lies over its picture, its tools, and the editor below its band.
pub(crate) fn shows() -> Vec<Shown> {
    let mut all = vec![
        shown("show", "show-help", |driver| driver.order("present-first")),
        in_the_show(ShowCommand::Help, "show-help-title"),
        in_the_show(ShowCommand::GoTo, "show-go-to-title"),
        in_the_show(ShowCommand::Edit, "show-editing"),
        shown("show, edited while it is frozen", "show-editing-frozen", |driver| {
            driver.order("present-first");
            driver.ask_show(ShowCommand::Freeze);
            driver.ask_show(ShowCommand::Edit);
        }),
    ];
    all.extend(TOOLS.map(|(command, sign)| in_the_show(command, sign)));
    all
}

/// The tools of a show, and their names.
const TOOLS: [(ShowCommand, &str); 9] = [
    (ShowCommand::Agenda, "tool-agenda"),
    (ShowCommand::Participants, "tool-participants"),
    (ShowCommand::Capture, "tool-capture"),
    (ShowCommand::Voting, "tool-voting"),
    (ShowCommand::Poll, "tool-poll"),
    (ShowCommand::Decisions, "tool-decisions"),
    (ShowCommand::Parking, "tool-parking"),
    (ShowCommand::Glossary, "tool-glossary"),
    (ShowCommand::Minutes, "tool-minutes"),
];

fn in_the_show(command: ShowCommand, sign: &'static str) -> Shown {
    shown(format!("show, {command:?}"), sign, move |driver| {
        driver.order("present-first");
        driver.ask_show(command);
    })
}

/// The presenter's window, alone and with what can be shown in it.
pub(crate) fn presenters() -> Vec<Shown> {
    let with = |command: Option<ShowCommand>, sign| Shown {
        is_beside: true,
        ..shown(format!("presenter, {command:?}"), sign, move |driver: &mut Driver| {
            driver.order("present-first");
            driver.ask_show(ShowCommand::Presenter);
            command.inspect(|command| driver.ask_show(*command));
        })
    };
    let tools = TOOLS.map(|(command, sign)| with(Some(command), sign));
    [with(None, "presenter-notes"), with(Some(ShowCommand::Help), "show-help-title")].into_iter().chain(tools).collect()
}

/// A table as it comes from a spreadsheet, whose cells say more than one thing.
fn table(language: Language) -> &'static str {
    match language {
        Language::Ru => {
            "Этап\tТочка касания\tКанал\tЭмоция\tБарьер\tПогода\n\
             Интерес\tЧитает меню\tсайт\t1\t\tдождь\nЗал\tЗаказывает\tкафе\tплохо\tОчередь в обед\t\n"
        }
        Language::En => {
            "Stage\tTouchpoint\tChannel\tEmotion\tBarrier\tWeather\n\
             Interest\tReads the menu\twebsite\t1\t\train\nHall\tOrders\tcafé\tbad\tQueue at noon\t\n"
        }
    }
}

impl Driver {
    /// Shows this and makes sure that it is there.
    pub(crate) fn visit(&mut self, view: &Shown) {
        (view.show)(self);
        (0..3).for_each(|_| self.settle());
        let words = self.word(view.sign);
        let read = self.sees_part(&words) || self.lines_of_the_last_frame().iter().any(|line| line.contains(&words));
        assert!(read, "{}: {words:?} is not read anywhere", view.name);
    }

    /// Closes whatever lies over the map.
    pub(crate) fn leave(&mut self) {
        for _ in 0..6 {
            if !self.app().is_presenting() && !self.has_a_dialog() {
                break;
            }
            self.key(Key::Escape);
        }
        self.key(Key::Escape);
        if self.asks("workshop-title") {
            self.order("workshop");
        }
        self.order("show-map");
        self.key(Key::Escape);
        assert!(!self.app().is_presenting() && !self.has_a_dialog(), "the window is as it was");
    }

    /// Ends the running show, whatever lies over it.
    pub(crate) fn end_the_show(&mut self) {
        for _ in 0..6 {
            if self.app().is_presenting() {
                self.ask_show(ShowCommand::Leave);
                self.settle();
            }
        }
        assert!(!self.app().is_presenting(), "the show is over");
    }

    /// Runs a command of the table, wherever it is offered.
    pub(crate) fn order(&mut self, key: &str) {
        let name = format!("command-{key}");
        let found = CommandId::ALL.iter().copied().find(|command| command.name_key() == name).expect("a command");
        self.carry_out(Action::Run(found));
    }

    fn ask_show(&mut self, command: ShowCommand) {
        self.carry_out(Action::Show(ShowAction::Run(command)));
    }

    fn open_dialog(&mut self, dialog: Dialog) {
        self.carry_out(Action::Open(Box::new(dialog)));
    }

    /// Lets the dialog that prints have this kind of sheets, in parts where it can be.
    fn change_paper(&mut self, kind: PaperKind) {
        let options = tropa::present::paper::PaperOptions {
            kind,
            tiles: Some(tropa::present::paper::PaperSize::A4),
            ..Default::default()
        };
        let journey = self.journey().id.clone();
        self.open_dialog(Dialog::Print(PaperChoice { journey, what: PaperWhat::Sheets(options) }));
    }
}
