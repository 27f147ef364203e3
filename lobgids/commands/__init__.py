"""The commands of the command line, each in a few lines that call the rooms below; built in the user's language."""
