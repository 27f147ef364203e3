"""Days as people say them, and which of them are free."""
