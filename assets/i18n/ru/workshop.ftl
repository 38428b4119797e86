# The workshop: tools, minutes.
