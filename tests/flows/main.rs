//! Flows through the window, driven by names and keys in both languages: no window, no graphics card.

mod driver;

mod arrange;
mod basics;
mod beginning;
mod capture;
mod carry;
mod clip;
mod editing;
mod find;
mod fit;
mod fixes;
mod habits;
mod hands;
mod history;
mod in_place;
mod keys;
mod ledger;
mod ledger_order;
mod links;
mod panels;
mod paper;
mod personas;
mod popups;
mod reach;
mod room;
mod sheets;
mod shell;
mod show;
mod show_workshop;
mod sight;
mod sources;
mod told;
mod widths;
mod window;
mod workshop;
