"""Holding a conversation and looking at a document: what every front end needs."""
