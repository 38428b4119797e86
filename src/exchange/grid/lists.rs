//! The project's lists that a table fills: each name becomes one thing, however often it stands in a cell.

use std::collections::BTreeMap;

use super::build::Building;
use super::field::plain;
use crate::i18n::Texts;
use crate::model::{
    Barrier, BarrierId, Channel, ChannelIcon, ChannelId, CustomLane, Department, DepartmentId, Document, JourneyId,
    LaneContent, LaneId, List, Opportunity, OpportunityId, Persona, PersonaId, Rank, Stage, Strength, StrengthId,
    TouchpointId,
};

/// Things in the order in which the table names them, each by its plain name.
struct Named<T> {
    places: BTreeMap<String, usize>,
    things: Vec<T>,
}

impl<T> Default for Named<T> {
    fn default() -> Self {
        Self { places: BTreeMap::new(), things: Vec::new() }
    }
}

impl<T> Named<T> {
    fn get_or_add(&mut self, name: &str, new: impl FnOnce() -> T) -> Option<&mut T> {
        let count = self.things.len();
        let place = *self.places.entry(plain(name)).or_insert(count);
        if place == count {
            self.things.push(new());
        }
        self.things.get_mut(place)
    }
}

/// What a table fills.
#[derive(Default)]
pub(super) struct Lists {
    channels: Named<Channel>,
    departments: Named<Department>,
    personas: Named<Persona>,
    barriers: Named<Barrier>,
    strengths: Named<Strength>,
    opportunities: Named<Opportunity>,
    lanes: BTreeMap<usize, CustomLane>,
}

impl Lists {
    pub(super) fn barrier(
        &mut self,
        statement: &str,
        at: Option<TouchpointId>,
        stage: Option<(JourneyId, Stage)>,
        id: impl FnOnce() -> BarrierId,
    ) {
        let new = || Barrier { stage, ..Barrier::new(id(), statement) };
        if let Some(barrier) = self.barriers.get_or_add(statement, new) {
            link(&mut barrier.touchpoints, at);
        }
    }

    pub(super) fn strength(&mut self, statement: &str, at: Option<TouchpointId>, id: impl FnOnce() -> StrengthId) {
        let new =
            || Strength { id: id(), statement: statement.to_owned(), touchpoints: Vec::new(), evidence: Vec::new() };
        if let Some(strength) = self.strengths.get_or_add(statement, new) {
            link(&mut strength.touchpoints, at);
        }
    }

    pub(super) fn opportunity(
        &mut self,
        statement: &str,
        at: Option<TouchpointId>,
        id: impl FnOnce() -> OpportunityId,
    ) {
        let new = || Opportunity::new(id(), statement);
        if let Some(opportunity) = self.opportunities.get_or_add(statement, new) {
            link(&mut opportunity.touchpoints, at);
        }
    }

    /// The lane of the user's own that a head stands for.
    pub(super) fn lane(&mut self, head: usize, label: &str, id: impl FnOnce() -> LaneId) -> LaneId {
        let new = || CustomLane { id: id(), title: label.to_owned(), content: LaneContent::Text };
        self.lanes.entry(head).or_insert_with(new).id.clone()
    }

    pub(super) fn lanes(&mut self) -> List<CustomLane> {
        std::mem::take(&mut self.lanes).into_values().collect()
    }

    pub(super) fn personas_in_order(&self) -> Vec<PersonaId> {
        self.personas.things.iter().map(|persona| persona.id.clone()).collect()
    }

    pub(super) fn into_document(self) -> Document {
        let mut channels = self.channels.things;
        for (channel, rank) in channels.iter_mut().zip(Rank::spread(self.channels.places.len())) {
            channel.rank = rank;
        }
        let mut departments = self.departments.things;
        for (department, rank) in departments.iter_mut().zip(Rank::spread(self.departments.places.len())) {
            department.rank = rank;
        }
        Document {
            channels: channels.into_iter().collect(),
            departments: departments.into_iter().collect(),
            personas: self.personas.things.into_iter().collect(),
            barriers: self.barriers.things.into_iter().collect(),
            strengths: self.strengths.things.into_iter().collect(),
            opportunities: self.opportunities.things.into_iter().collect(),
            ..Document::default()
        }
    }
}

impl Building<'_> {
    pub(super) fn channel(&mut self, name: &str) -> ChannelId {
        let id = ChannelId::random(self.ids);
        let new = || Channel { id: id.clone(), rank: Rank::default(), name: name.to_owned(), icon: icon(name) };
        self.lists.channels.get_or_add(name, new).map_or(id.clone(), |channel| channel.id.clone())
    }

    pub(super) fn department(&mut self, name: &str) -> DepartmentId {
        let id = DepartmentId::random(self.ids);
        let new = || Department { id: id.clone(), rank: Rank::default(), name: name.to_owned() };
        self.lists.departments.get_or_add(name, new).map_or(id.clone(), |department| department.id.clone())
    }

    /// The persona of this name; of no name: the journey's leading one, or "the customer" where it has none.
    pub(super) fn persona_named(&mut self, name: &str) -> PersonaId {
        let wanted = plain(name);
        let is_it = |persona: &&&Persona| {
            let known = plain(&persona.name);
            known == wanted || known.strip_prefix(&wanted).is_some_and(|rest| rest.starts_with(' '))
        };
        let known = match wanted.as_str() {
            "" => self.known.personas.first().copied(),
            _ => self.known.personas.iter().find(is_it).copied(),
        };
        let nobody = Texts::of(self.known.language).get("grid-customer");
        let name =
            known.map_or(if wanted.is_empty() { nobody.as_str() } else { name }, |persona| persona.name.as_str());
        let id = PersonaId::random(self.ids);
        let color = self.lists.personas.things.len() as u8;
        let new = || known.cloned().unwrap_or_else(|| Persona { color, ..Persona::new(id.clone(), name) });
        self.lists.personas.get_or_add(name, new).map_or(id.clone(), |persona| persona.id.clone())
    }
}

fn link(touchpoints: &mut Vec<TouchpointId>, at: Option<TouchpointId>) {
    touchpoints.extend(at.filter(|id| !touchpoints.contains(id)));
}

/// The channels that a cell names.
pub(super) fn channel_names(text: &str) -> Vec<&str> {
    let names = text.split(['\n', ',', ';', '/']).map(str::trim);
    names.filter(|name| !name.is_empty()).collect()
}

/// The icon that suits a channel's name.
pub(super) fn icon(name: &str) -> ChannelIcon {
    let name = plain(name);
    let says = |words: &[&str]| words.iter().any(|word| name.split(' ').any(|part| part.starts_with(word)));
    ICONS.iter().find(|(_, words)| says(words)).map_or(ChannelIcon::Place, |(icon, _)| *icon)
}

/// Beginnings of words that say what a channel is; the first that fits counts.
const ICONS: [(ChannelIcon, &[&str]); 15] = [
    (ChannelIcon::Map, &["карт", "map", "2гис", "отзовик", "отзыв", "review"]),
    (ChannelIcon::App, &["приложени", "app", "мобильн", "mobile"]),
    (
        ChannelIcon::Messenger,
        &[
            "мессенджер",
            "чат",
            "chat",
            "messenger",
            "whatsapp",
            "ватсап",
            "telegram",
            "телеграм",
            "viber",
            "sms",
            "смс",
        ],
    ),
    (
        ChannelIcon::Social,
        &["соцсет", "социальн", "social", "instagram", "facebook", "vk", "вк", "вконтакте", "youtube", "tiktok"],
    ),
    (ChannelIcon::Email, &["почт", "email", "e-mail", "mail", "рассылк", "письм"]),
    (ChannelIcon::Phone, &["телефон", "phone", "звон", "call", "колл", "кц", "горяч", "ivr"]),
    (ChannelIcon::Courier, &["курьер", "courier", "доставк", "deliver"]),
    (ChannelIcon::Payment, &["касс", "оплат", "payment", "checkout", "till", "терминал"]),
    (ChannelIcon::Video, &["видео", "video", "zoom", "вебинар", "webinar"]),
    (ChannelIcon::Media, &["тв", "tv", "телевизор", "радио", "radio", "пресс", "press", "сми"]),
    (
        ChannelIcon::Website,
        &["сайт", "web", "site", "интернет", "online", "онлайн", "лендинг", "landing", "поиск", "google", "яндекс"],
    ),
    (ChannelIcon::Street, &["улиц", "street", "наружн", "вывеск", "баннер", "billboard", "outdoor"]),
    (ChannelIcon::Shop, &["магазин", "shop", "store", "зал", "салон", "офлайн", "offline", "филиал", "branch"]),
    (
        ChannelIcon::Person,
        &["менеджер", "manager", "встреч", "meeting", "офис", "office", "консультант", "лично", "person"],
    ),
    (ChannelIcon::WordOfMouth, &["друз", "знаком", "сарафан", "friend", "word", "рекоменд"]),
];
