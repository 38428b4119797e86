//! From one stop to the next: what is the same glides, the rest cross-fades.
