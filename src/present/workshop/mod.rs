//! The workshop inside the file: agenda, capture, voting, polls, decisions, minutes.
