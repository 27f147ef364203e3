"""`lobgids share` and `lobgids erase`: a copy for others, and removing for good."""
