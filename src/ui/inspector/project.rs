//! The inspectors of the project, of a channel and of a department.

use std::sync::Arc;

use egui::Ui;

use super::form::{Form, language_name};
use super::participants::participants_ui;
use super::{kind_ui, remove_ui};
use crate::edit::{Command, ItemValue};
use crate::i18n::day::Lean;
use crate::model::{Channel, ChannelIcon, Department, Language, Subject};
use crate::scene::icon::Icon;
use crate::scene::text::Weight;
use crate::ui::action::{Action, New};
use crate::ui::context::ViewCtx;
use crate::ui::fonts;
use crate::ui::icon::paint_map_icon;
use crate::ui::style::rgba;
use crate::ui::widgets::{heading_ui, ink, label_ui, line_at, paragraph_ui, row_ui};

/// Shows what is said of the project as a whole.
pub(super) fn project_ui(ui: &mut Ui, ctx: &ViewCtx<'_>) {
    kind_ui(ui, &ctx.text("kind-project"), ctx.theme.accent);
    let mut info = (*ctx.document.info).clone();
    let mut form = Form::new(ui, ctx, Subject::Project);
    form.title("project-title", &mut info.title);
    form.long_text("subtitle", &mut info.subtitle);
    let languages: Vec<_> =
        Language::ALL.into_iter().map(|language| (language, language_name(language).to_owned())).collect();
    form.choice("map-language", &mut info.language, &languages);
    let note = ink(Weight::Regular, fonts::SMALL, ctx.theme.mute);
    paragraph_ui(form.ui, &ctx.text("map-language-note"), note);
    form.ui.add_space(6.0);
    form.text("company", &mut info.company);
    form.long_text("product", &mut info.product);
    form.lines("authors", &mut info.authors);
    form.date("created", Lean::Back, &mut info.created);
    form.date("updated", Lean::Back, &mut info.updated);
    form.long_text("vision-impression", &mut info.vision.impression);
    form.long_text("vision-experience", &mut info.vision.experience);
    if let Some(field) = form.changed {
        ctx.change(Subject::Project, field, Command::SetProject(Arc::new(info)));
    }
    if heading_ui(ui, ctx.theme, &ctx.text("channels"), Some(&ctx.text("new-channel"))) {
        ctx.push(Action::Add(New::Channel(ctx.text("new-channel-name"), ChannelIcon::Place, None)));
    }
    for channel in ctx.document.channels_in_order() {
        if item_ui(ui, ctx, (&channel.name, Some(Icon::of_channel(channel.icon)))) {
            ctx.push(Action::Select(vec![Subject::Channel(channel.id.clone())]));
        }
    }
    ui.add_space(8.0);
    if heading_ui(ui, ctx.theme, &ctx.text("departments"), Some(&ctx.text("new-department"))) {
        ctx.push(Action::Add(New::Department(ctx.text("new-department-name"), None)));
    }
    for department in ctx.document.departments_in_order() {
        if item_ui(ui, ctx, (&department.name, None)) {
            ctx.push(Action::Select(vec![Subject::Department(department.id.clone())]));
        }
    }
    participants_ui(ui, ctx);
}

fn item_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (name, icon): (&str, Option<Icon>)) -> bool {
    ui.spacing_mut().item_spacing.y = 0.0;
    let name = ctx.named(name, "map-untitled-touchpoint");
    let row = row_ui(ui, ctx, (24.0, 0.0), &name, false);
    let (mut x, y) = (row.rect.left() + 4.0, row.rect.center().y);
    if let Some(icon) = icon {
        let square = egui::Rect::from_center_size(egui::pos2(x + 8.0, y), egui::vec2(15.0, 15.0));
        paint_map_icon(ui.painter(), square, icon, rgba(ctx.theme.mute));
        x += 22.0;
    }
    line_at(ui.painter(), (x, y), &name, ink(Weight::Regular, 12.5, ctx.theme.ink), row.rect.right() - x - 6.0);
    row.response.clicked()
}

/// Shows a channel: its name and its icon.
pub(super) fn channel_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, channel: &Arc<Channel>) {
    let subject = Subject::Channel(channel.id.clone());
    let mut changed = (**channel).clone();
    kind_ui(ui, &ctx.text("kind-channel"), ctx.theme.mute);
    let mut form = Form::new(ui, ctx, &subject);
    form.title("channel-name", &mut changed.name);
    let mut field = form.changed;
    label_ui(ui, ctx.theme, &ctx.text("field-channel-icon"));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::vec2(4.0, 4.0);
        for icon in ChannelIcon::ALL {
            let (rect, response) = ui.allocate_exact_size(egui::vec2(32.0, 32.0), egui::Sense::click());
            let name = ctx.text(&format!("channel-icon-{}", icon_key(icon)));
            let on = changed.icon == icon;
            response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Button, true, on, &name));
            if on {
                ui.painter().rect_filled(rect, 7.0, rgba(ctx.theme.accent_tint));
            } else {
                crate::ui::widgets::hover_ground(ui, rect, &response, ctx.theme);
            }
            let color = if on { ctx.theme.accent } else { ctx.theme.mute };
            paint_map_icon(ui.painter(), rect.shrink(7.0), Icon::of_channel(icon), rgba(color));
            if response.on_hover_text(name).clicked() {
                changed.icon = icon;
                field = Some("icon");
            }
        }
    });
    remove_ui(ui, ctx);
    if let Some(field) = field {
        ctx.put(subject, field, ItemValue::Channel(Arc::new(changed)));
    }
}

/// Shows a department: its name.
pub(super) fn department_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, department: &Arc<Department>) {
    let subject = Subject::Department(department.id.clone());
    let mut changed = (**department).clone();
    kind_ui(ui, &ctx.text("kind-department"), ctx.theme.mute);
    let mut form = Form::new(ui, ctx, &subject);
    form.title("department-name", &mut changed.name);
    let field = form.changed;
    crate::ui::widgets::paragraph_ui(
        ui,
        &ctx.text("department-hint"),
        ink(Weight::Regular, fonts::SMALL, ctx.theme.mute),
    );
    remove_ui(ui, ctx);
    if let Some(field) = field {
        ctx.put(subject, field, ItemValue::Department(Arc::new(changed)));
    }
}

fn icon_key(icon: ChannelIcon) -> &'static str {
    match icon {
        ChannelIcon::Place => "place",
        ChannelIcon::Shop => "shop",
        ChannelIcon::Street => "street",
        ChannelIcon::Map => "map",
        ChannelIcon::Website => "website",
        ChannelIcon::App => "app",
        ChannelIcon::Messenger => "messenger",
        ChannelIcon::Phone => "phone",
        ChannelIcon::Social => "social",
        ChannelIcon::Email => "email",
        ChannelIcon::Courier => "courier",
        ChannelIcon::Person => "person",
        ChannelIcon::Payment => "payment",
        ChannelIcon::Paper => "paper",
        ChannelIcon::Media => "media",
        ChannelIcon::WordOfMouth => "word-of-mouth",
        ChannelIcon::Device => "device",
        ChannelIcon::Video => "video",
    }
}
