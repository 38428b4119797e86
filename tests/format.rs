//! The file: what is written is read back as it was, twice gives the same bytes, and errors say where and what.

#[path = "common/arbitrary.rs"]
mod arbitrary;

use proptest::prelude::*;
use tropa::format;

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, max_shrink_iters: 4000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_document_comes_back_and_gives_the_same_bytes(document in arbitrary::document()) {
        let bytes = format::to_bytes(&document).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        let opened = format::read(&bytes).map_err(|error| TestCaseError::fail(format!("{error:?}\n{text}")))?;
        prop_assert_eq!(&opened.document, &document, "{}", text);
        prop_assert!(!opened.has_comments);
        prop_assert!(bytes.ends_with(b")\n") && !bytes.contains(&b'\r'));
        let again = format::to_bytes(&opened.document).unwrap();
        prop_assert!(again == bytes);
    }
}
