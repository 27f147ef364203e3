"""A conversation that is held: what every front end needs."""
