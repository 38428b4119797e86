//! Editing: whatever is done can be undone to the byte and redone, and whatever comes out can be saved and read again.

#[path = "common/arbitrary.rs"]
mod arbitrary;
#[path = "common/commands.rs"]
mod commands;

use commands::{Op, op, perform};
use proptest::prelude::*;
use tropa::edit::Editor;
use tropa::format;
use tropa::model::{Document, SeededIds};

fn bytes(document: &Document) -> Vec<u8> {
    format::to_bytes(document).unwrap()
}

/// The document is saved and comes back as it is, in no more bytes than the editor reckons with.
fn check_saves(editor: &Editor) -> Result<Vec<u8>, TestCaseError> {
    let document = editor.document();
    let bytes = format::to_bytes(document).map_err(|error| TestCaseError::fail(format!("{error:?}")))?;
    let opened = format::read(&bytes).map_err(|error| TestCaseError::fail(format!("{error:?}")))?;
    prop_assert_eq!(&opened.document, document);
    prop_assert!(bytes.len() as u64 <= editor.file_bytes(), "{} > {}", bytes.len(), editor.file_bytes());
    Ok(bytes)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, max_shrink_iters: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn everything_can_be_undone_redone_and_saved(
        first in arbitrary::document(),
        ops in prop::collection::vec(op(), 1..24),
        seed in any::<u64>(),
    ) {
        let first_bytes = bytes(&first);
        let mut editor = Editor::new(first.clone());
        let mut source = SeededIds::new(seed);
        for op in &ops {
            let (before, revision) = (bytes(editor.document()), editor.revision());
            let refused = perform(op, &mut editor, &mut source);
            let after = check_saves(&editor)?;
            // Undo and redo commit a gesture first, which may drop a revision that changed nothing.
            let steps = matches!(op, Op::Undo | Op::Redo);
            prop_assert!(!refused || before == after, "{op:?} was refused and yet changed something");
            prop_assert!(!refused || steps || editor.revision() == revision);
        }
        while editor.redo().is_some() {}
        let last = bytes(editor.document());
        while editor.undo().is_some() {}
        prop_assert_eq!(editor.document(), &first);
        prop_assert!(bytes(editor.document()) == first_bytes);
        while editor.redo().is_some() {}
        prop_assert!(bytes(editor.document()) == last);
    }
}
