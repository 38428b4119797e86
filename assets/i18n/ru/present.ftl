# What stops of the presentation say.
