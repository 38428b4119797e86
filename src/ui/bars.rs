//! Scroll bars with a name for assistive technology: the toolkit gives them none.

use egui::accesskit::{Orientation, Role};
use egui::{Context, FullOutput, Id, Plugin};

/// Says what scroll bars are called from now on.
pub fn name_bars(context: &Context, name: &str) {
    context.data_mut(|data| {
        let known = data.get_temp_mut_or_default::<String>(store());
        if known != name {
            name.clone_into(known);
        }
    });
}

/// Names what the toolkit shows.
#[derive(Debug, Default)]
pub struct NamedBars;

impl Plugin for NamedBars {
    fn debug_name(&self) -> &'static str {
        "names of scroll bars"
    }

    fn output_hook(&mut self, context: &Context, output: &mut FullOutput) {
        let Some(update) = &mut output.platform_output.accesskit_update else { return };
        let name = context.data(|data| data.get_temp::<String>(store())).unwrap_or_default();
        for (_, node) in update.nodes.iter_mut().filter(|(_, node)| node.role() == Role::ScrollBar) {
            node.set_label(name.as_str());
            if let Some(bounds) = node.bounds() {
                let lies = bounds.width() > bounds.height();
                node.set_orientation(if lies { Orientation::Horizontal } else { Orientation::Vertical });
            }
        }
    }
}

fn store() -> Id {
    Id::unique("name-of-scroll-bars")
}
