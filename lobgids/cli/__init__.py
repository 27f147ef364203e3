"""The command line; each command a few lines that open a room below."""
