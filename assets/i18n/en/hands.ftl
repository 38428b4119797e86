# Carrying things on the map.
copy-hint = Copies are put here; without { $key } or Alt the cards themselves go. Esc gives up
copy-barrier-hint = The barrier is put there as well; without { $key } or Alt it goes there. Esc gives up
copy-strength-hint = The strength is put there as well; without { $key } or Alt it goes there. Esc gives up
copy-opportunity-hint = The opportunity is put there as well; without { $key } or Alt it goes there. Esc gives up
gesture-copy-keys = { $key } or Alt + drag a card
gesture-copy = Put copies there, with barriers and transitions
gesture-barrier-keys = Drag a barrier
gesture-barrier = Move it to another touchpoint; with { $key } or Alt put it there as well
chips-back = Personas further left
chips-on = Personas further right
add-touchpoint-here = Add a touchpoint here
map-first = Begin with the first thing that your customer meets
map-first-button = Add the first touchpoint
