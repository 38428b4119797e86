//! What the room sees and which key changes it: the state of a running show, without a window.
