//! How far away a stop can be read: every text measured against the height of the screen.
