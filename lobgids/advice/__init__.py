"""WHAT FOLLOWS from the answers: pure functions of a view of the school, which has the knowledge base with it."""
