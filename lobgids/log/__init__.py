"""WHAT HAPPENED: the events of a conversation, what they come to, and the ids of its asks."""
