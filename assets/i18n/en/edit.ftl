# Names of edits; they follow "Undo:" and "Redo:".
edit-change-text = change text
edit-change-property = change property
edit-add-touchpoint = add touchpoint
edit-move-touchpoints = move touchpoints
edit-connect = connect touchpoints
edit-set-emotion = set emotion
edit-add-barrier = add barrier
edit-add-opportunity = add opportunity
edit-add-persona = add persona
edit-add-journey = add journey
edit-add-step = add step
edit-add = add
edit-remove = delete
edit-duplicate-journey = duplicate journey
edit-arrange-lanes = arrange lanes
edit-arrange = arrange touchpoints
edit-align-columns = align columns
edit-swimlanes = swimlanes by channel
edit-reorder = change order
edit-count-dots = count votes
edit-reveal-vote = show vote result
edit-add-decision = add decision
edit-park = add to parking lot
edit-reload = reload file

# Why an edit was refused.
edit-error-missing = There is no { $id } in the project any more.
edit-error-shared-id = { $id } is already used in another journey of the project.
edit-error-permanent = The project and its five stages cannot be deleted.
edit-error-last-step = A stage needs at least one step, and this is its last.
edit-error-self-transition = A transition cannot lead from a touchpoint to itself.
edit-error-text-too-long = This text is too long: a field holds at most 64 KiB.
edit-error-not-a-number = This is not a number.
edit-error-rank-too-long = There is no room left at this place; move the neighbours a little and try again.
edit-error-picture-too-large = The picture is too large: at most 4 MiB fit.
edit-error-too-many = There is no room for more: at most { $max } fit.
edit-error-project-too-large = The project is full: its file would be larger than 64 MiB.
