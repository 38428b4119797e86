//! What is in a folder, where the system has no file dialog of its own.

use std::path::{Path, PathBuf};

use egui::{Key, Rect, Response, ScrollArea, Ui, pos2, vec2};

use crate::scene::text::Weight;
use crate::ui::context::ViewCtx;
use crate::ui::dialogs::fit;
use crate::ui::fonts;
use crate::ui::icon::{self, IconName};
use crate::ui::scrolled::follow_focus;
use crate::ui::style::rgba;
use crate::ui::widgets::{ink, row_ui, told_line_at};

/// A folder's contents.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Folder {
    /// Where it is.
    pub path: PathBuf,
    /// What is in it: folders first.
    pub entries: Vec<Entry>,
}

/// A file or a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its name.
    pub name: String,
    /// Whether it is a folder.
    pub is_folder: bool,
}

/// Which files of a folder are listed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Listed {
    /// The endings of those that are asked for.
    pub endings: Vec<&'static str>,
    /// Whether all others are listed as well.
    pub all: bool,
}

impl Listed {
    /// Folders always are.
    fn holds(&self, entry: &Entry) -> bool {
        let ending = Path::new(&entry.name).extension().unwrap_or_default();
        entry.is_folder || self.all || self.endings.iter().any(|it| ending.eq_ignore_ascii_case(it))
    }
}

/// Shows the contents; what is pressed is typed into the field above. True when a file was pressed twice, or Enter on the
/// one that is typed.
pub fn folder_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (folder, listed): (&Folder, &mut Listed), typed: &mut String) -> bool {
    let mut taken = false;
    let height = fit::room_ui(ui, 200.0).clamp(72.0, 220.0);
    egui::Frame::new().stroke((1.0, rgba(ctx.theme.card_line))).corner_radius(8.0).inner_margin(4.0).show(ui, |ui| {
        let area = ScrollArea::vertical().id_salt(&folder.path).max_height(height).min_scrolled_height(height);
        area.auto_shrink([false, false]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            if let Some(parent) = folder.path.parent() {
                entry_ui(ui, ctx, (IconName::MoveUp, &ctx.text("folder-up")), || *typed = as_folder(parent));
            }
            for entry in folder.entries.iter().filter(|entry| listed.holds(entry)) {
                let path = folder.path.join(&entry.name);
                let icon = if entry.is_folder { IconName::Open } else { IconName::NewFile };
                let written = if entry.is_folder { as_folder(&path) } else { path.display().to_string() };
                let again = *typed == written && ui.input(|input| input.key_pressed(Key::Enter));
                let row = entry_ui(ui, ctx, (icon, &entry.name), || *typed = written);
                taken |= !entry.is_folder && (row.double_clicked() || again && row.has_focus());
            }
            follow_focus(ui);
        });
    });
    ui.checkbox(&mut listed.all, ctx.text("folder-all-files"));
    taken
}

/// A folder's path, ready for a name to follow.
fn as_folder(path: &Path) -> String {
    let written = path.display().to_string();
    if written.ends_with(std::path::MAIN_SEPARATOR) {
        written
    } else {
        format!("{written}{}", std::path::MAIN_SEPARATOR)
    }
}

/// A row.
fn entry_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (icon, name): (IconName, &str), press: impl FnOnce()) -> Response {
    let row = row_ui(ui, ctx, (28.0, 0.0), name, false);
    let y = row.rect.center().y;
    let square = Rect::from_center_size(pos2(row.rect.left() + 18.0, y), vec2(16.0, 16.0));
    icon::paint(ui.painter(), square, icon, rgba(ctx.theme.mute));
    let words = ink(Weight::Regular, fonts::BODY, ctx.theme.ink);
    let room = row.rect.width() - 48.0;
    let response = told_line_at(ui.painter(), (row.rect.left() + 36.0, y), (name, words), room, row.response);
    if response.clicked() {
        press();
    }
    response
}
