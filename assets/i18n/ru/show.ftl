# The presentation's window, keys and the presenter's view.
