"""WHAT IS KEPT, and where: the events of conversations, and the preferences of a user."""
