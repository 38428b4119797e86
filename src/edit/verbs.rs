//! What users do, put together from commands: add after, branch, connect, move, set an emotion.
