"""The command line: a module for each command or a few, which reads the options and calls the rooms below."""
