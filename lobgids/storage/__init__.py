"""What is kept, and where: the events of conversations, and the settings of a user."""
