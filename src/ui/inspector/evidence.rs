//! Evidence: the list under a claim, and the inspector of one source.

use std::sync::Arc;

use egui::{Align, Color32, Layout, Ui, pos2, vec2};

use super::form::Form;
use super::words::level_word;
use super::{kind_ui, links, remove_ui};
use crate::analysis::evidence::{Level, level};
use crate::analysis::transcript;
use crate::edit::ItemValue;
use crate::edit::verbs::Link;
use crate::i18n::day::Lean;
use crate::i18n::number::number;
use crate::model::{Evidence, EvidenceId, EvidenceKind, Subject};
use crate::scene::text::Weight;
use crate::ui::action::{Action, New};
use crate::ui::context::ViewCtx;
use crate::ui::fonts;
use crate::ui::icon::IconName;
use crate::ui::menu::menu_look;
use crate::ui::sources::SourceAction;
use crate::ui::widgets::{
    Look, button_ui, ink, level_disc, line, paragraph_ui, rich, row_ui, small_icon_button_ui, told_line_at,
};

/// The sources of a claim, how well it is known, and a way to add one.
pub(super) fn list_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (subject, ids): (&Subject, &[EvidenceId])) {
    ui.add_space(4.0);
    let known = level(ctx.document, ids);
    ui.horizontal(|ui| {
        ui.label(rich(&ctx.text("evidence"), ink(Weight::SemiBold, fonts::SMALL, ctx.theme.mute)));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let add = small_icon_button_ui(ui, ctx.theme, IconName::Plus, &ctx.text("add-evidence"));
            egui::Popup::menu(&add).show(|ui| {
                menu_look(ui);
                for kind in EvidenceKind::ALL {
                    if ui.button(ctx.text(&format!("evidence-{}", kind_key(kind)))).clicked() {
                        ctx.push(Action::Add(New::Evidence(kind, subject.clone())));
                        ui.close();
                    }
                }
            });
            ui.label(rich(&level_word(ctx, known), ink(Weight::SemiBold, fonts::LABEL, ctx.theme.ink)));
        });
    });
    ui.spacing_mut().item_spacing.y = 0.0;
    for source in ids.iter().filter_map(|id| ctx.document.evidence.get(id)) {
        source_ui(ui, ctx, (subject, source));
    }
    crate::ui::sources::quotes_ui(ui, ctx, subject);
    let others = || ctx.document.evidence.iter().filter(|source| !ids.contains(&source.id));
    if others().next().is_some() {
        let choices = || others().map(|source| (source.id.clone(), source_title(ctx, source))).collect();
        if let Some(id) = links::known_ui(ui, ctx, &ctx.text("known-evidence"), choices) {
            ctx.push(Action::LinkEvidence(id, subject.clone(), Link::Make));
        }
    }
    ui.add_space(6.0);
}

/// What a source is called.
pub(super) fn source_title(ctx: &ViewCtx<'_>, source: &Evidence) -> String {
    let kind = || ctx.text(&format!("evidence-{}", kind_key(source.kind)));
    if source.title.trim().is_empty() { kind() } else { source.title.clone() }
}

fn source_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, (subject, source): (&Subject, &Evidence)) {
    let title = source_title(ctx, source);
    let row = row_ui(ui, ctx, (23.0, 0.0), &title, false);
    let (rect, y) = (row.rect, row.rect.center().y);
    let disc = if source.kind == EvidenceKind::ExpertOpinion { Level::Hypothesis } else { Level::Researched };
    level_disc(ui.painter(), pos2(rect.left() + 6.0, y), disc, ctx.theme.mute);
    let sample = source.sample.map(|sample| format!("n = {}", number(f64::from(sample), 0, ctx.language())));
    let words = ink(Weight::Regular, 12.5, ctx.theme.ink);
    let sample =
        line(ui.painter(), &sample.unwrap_or_default(), ink(Weight::Regular, fonts::SMALL, ctx.theme.mute), 90.0);
    // A title that fits by itself alone stands alone: the sample is in the source's own form.
    let title_width = line(ui.painter(), &title, words, f32::INFINITY).size().x;
    let alone = title_width > rect.width() - sample.size().x - 52.0 && title_width <= rect.width() - 46.0;
    let sample = if alone { line(ui.painter(), "", words, 8.0) } else { sample };
    let room = if alone { title_width + 1.0 } else { rect.width() - sample.size().x - 52.0 };
    let place = rect.right_center() - vec2(sample.size().x + 24.0, sample.size().y / 2.0);
    ui.painter().galley(place, sample, Color32::PLACEHOLDER);
    let response = told_line_at(ui.painter(), (rect.left() + 20.0, y), (&title, words), room, row.response);
    if response.clicked() {
        ctx.push(Action::Select(vec![Subject::Evidence(source.id.clone())]));
    }
    if links::cut_ui(ui, ctx, rect, &title) {
        ctx.push(Action::LinkEvidence(source.id.clone(), subject.clone(), Link::Cut));
    }
}

/// The inspector of one source.
pub(super) fn evidence_ui(ui: &mut Ui, ctx: &ViewCtx<'_>, evidence: &Arc<Evidence>) {
    let subject = Subject::Evidence(evidence.id.clone());
    let mut changed = (**evidence).clone();
    kind_ui(ui, &ctx.text("kind-evidence"), ctx.theme.mute);
    let mut form = Form::new(ui, ctx, &subject);
    form.title("evidence-title", &mut changed.title);
    let kinds: Vec<_> =
        EvidenceKind::ALL.into_iter().map(|kind| (kind, ctx.text(&format!("evidence-{}", kind_key(kind))))).collect();
    form.choice("evidence-kind", &mut changed.kind, &kinds);
    form.date("date", Lean::Back, &mut changed.date);
    let mut sample = changed.sample.map(u64::from);
    form.count("sample", u64::from(u32::MAX), &mut sample);
    changed.sample = sample.and_then(|sample| sample.try_into().ok());
    form.long_text("evidence-note", &mut changed.note);
    respondents_ui(&mut form, evidence, &mut changed);
    form.text("link", &mut changed.link);
    let field = form.changed;
    if !evidence.transcript.is_empty() && button_ui(ui, ctx.theme, &ctx.text("sources-show"), Look::Plain).clicked() {
        ctx.push(Action::Source(Box::new(SourceAction::Show(evidence.id.clone()))));
    }
    remove_ui(ui, ctx);
    if let Some(field) = field {
        ctx.put(subject, field, ItemValue::Evidence(Arc::new(changed)));
    }
}

/// The codes of who was asked. A name that is typed becomes a code at once, so that it never gets into the project;
/// names that a file brought are offered one.
fn respondents_ui(form: &mut Form<'_, '_>, evidence: &Evidence, changed: &mut Evidence) {
    let ctx = form.ctx;
    let others = ctx.document.evidence.iter().filter(|it| it.id != evidence.id);
    let taken: Vec<String> = others.flat_map(|it| it.respondents.iter().cloned()).collect();
    form.lines("respondents", &mut changed.respondents);
    if form.changed == Some("respondents") {
        let codes = transcript::coded(&changed.respondents, &taken);
        for (entry, code) in changed.respondents.iter_mut().zip(codes) {
            if !evidence.respondents.contains(entry) {
                *entry = code;
            }
        }
    }
    let note = ink(Weight::Regular, fonts::SMALL, ctx.theme.mute);
    paragraph_ui(form.ui, &ctx.text("respondents-note"), note);
    if evidence.respondents.iter().any(|entry| transcript::is_name(entry))
        && button_ui(form.ui, ctx.theme, &ctx.text("respondents-code"), Look::Plain).clicked()
    {
        *changed = transcript::without_names(evidence, &taken);
        form.changed = Some("respondents");
    }
    form.ui.add_space(6.0);
}

fn kind_key(kind: EvidenceKind) -> &'static str {
    match kind {
        EvidenceKind::Interview => "interview",
        EvidenceKind::Survey => "survey",
        EvidenceKind::Reviews => "reviews",
        EvidenceKind::MysteryShopping => "mystery-shopping",
        EvidenceKind::CallLog => "call-log",
        EvidenceKind::Analytics => "analytics",
        EvidenceKind::Walkthrough => "walkthrough",
        EvidenceKind::ExpertOpinion => "expert-opinion",
    }
}
