"""HOW IT SHOWS: line by line, for people and for programs."""
