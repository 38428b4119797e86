//! What the fields of the model are called in the forms that show them.

use super::Texts;

/// Fields whose form calls them otherwise, with the message of their name.
const OTHERWISE: &[(&str, &str)] = &[
    ("churn", "field-metric-churn"),
    ("cost_per_period", "field-cost-period"),
    ("discount", "field-metric-discount"),
    ("duration_minutes", "field-duration"),
    ("expectations", "field-persona-expectations"),
    ("experience", "field-vision-experience"),
    ("goal", "field-goal-text"),
    ("goals", "field-persona-goals"),
    ("impression", "field-vision-impression"),
    ("margin", "field-metric-margin"),
    ("name", "edit-field-name"),
    ("needs", "field-persona-needs"),
    ("note", "field-evidence-note"),
    ("pains", "field-persona-pains"),
    ("respondent", "edit-field-respondent"),
    ("revenue", "field-metric-revenue"),
    ("revenue_per_customer", "field-revenue"),
    ("target", "field-metric-target"),
    ("unit", "field-metric-unit"),
    ("waiting_minutes", "field-waiting"),
];

/// The name of a field of the model, as it stands above it in a form.
pub fn field_name(field: &str, texts: &Texts) -> String {
    let otherwise = OTHERWISE.iter().find(|(name, _)| *name == field).map(|(_, key)| texts.get(key));
    otherwise.unwrap_or_else(|| {
        let plain = field.replace('_', "-");
        let keys = [format!("field-{plain}"), format!("edit-field-{plain}")];
        keys.iter().find(|key| texts.has(key)).map_or(plain, |key| texts.get(key))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    /// Names in quotes right behind these words.
    fn names<'s>(source: &'s str, call: &str) -> Vec<&'s str> {
        source.split(call).skip(1).filter_map(|rest| rest.split('"').next()).collect()
    }

    #[test]
    fn every_field_that_can_be_refused_has_a_name_in_both_languages() {
        let sources = [
            include_str!("../edit/fields/journey.rs"),
            include_str!("../edit/fields/notes.rs"),
            include_str!("../edit/fields/project.rs"),
            include_str!("../edit/fields/research.rs"),
        ];
        let calls = ["fields.text(\"", "fields.number(\"", "number(fields, \"", "texts(fields, \""];
        let found: Vec<&str> =
            sources.iter().flat_map(|source| calls.iter().flat_map(|call| names(source, call))).collect();
        assert!(found.len() > 90, "{}", found.len());
        for texts in Language::ALL.map(Texts::of) {
            for field in &found {
                assert_ne!(field_name(field, texts), field.replace('_', "-"), "{field}");
            }
        }
        assert_eq!(field_name("waiting_minutes", Texts::of(Language::En)), "Of it waiting, min");
    }
}
