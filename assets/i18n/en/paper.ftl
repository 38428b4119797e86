# What is printed.
