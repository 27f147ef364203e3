"""The commands: each a few lines that open a room below, built in the user's language."""
