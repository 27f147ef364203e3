"""A report in each format: a room each, from its blocks; none knows of a conversation."""
