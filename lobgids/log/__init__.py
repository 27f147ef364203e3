"""WHAT HAPPENED: the events of a conversation, the state that they fold into, and the ids of its asks."""
