//! The system's own file dialogs, each on a thread of its own so that the window goes on.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use rfd::AsyncFileDialog;

use super::file_dialogs::{FileDialogs, PHOTOS, PROJECTS, Pick, Request, TRANSCRIPTS};

/// Nobody cancels a dialog in less time than this: no answer so soon means that none could be shown.
const TOO_SOON: Duration = Duration::from_millis(250);

/// The system's dialogs.
#[derive(Debug, Default)]
pub(super) struct NativeDialogs;

impl FileDialogs for NativeDialogs {
    fn ask(&mut self, request: Request, title: String, answer: Box<dyn FnOnce(Pick) + Send>) {
        std::thread::spawn(move || {
            let asked = Instant::now();
            let picked = pollster::block_on(show(request, &title));
            answer(match picked {
                Some(path) => Pick::Picked(path),
                None if asked.elapsed() < TOO_SOON => Pick::Unavailable,
                None => Pick::Cancelled,
            });
        });
    }
}

async fn show(request: Request, title: &str) -> Option<PathBuf> {
    let dialog = AsyncFileDialog::new().set_title(title);
    let handle = match request {
        Request::OpenProject => dialog.add_filter("RON, CSV, TSV, Mermaid", &PROJECTS).pick_file().await,
        Request::SaveProject { name } => dialog.add_filter("RON", &["ron"]).set_file_name(name).save_file().await,
        Request::SaveExport { name, extension } => {
            let filter = extension.to_uppercase();
            dialog.add_filter(filter, &[extension]).set_file_name(name).save_file().await
        }
        Request::OpenTranscript => dialog.add_filter("TXT, MD, VTT, SRT", &TRANSCRIPTS).pick_file().await,
        Request::OpenPhoto => dialog.add_filter("PNG, JPEG, WebP", &PHOTOS).pick_file().await,
    };
    handle.map(|handle| handle.path().to_owned())
}
