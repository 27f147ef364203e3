"""What follows: pure functions of a conversation's view and the knowledge base."""
