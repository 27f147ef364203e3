"""The terminal app, built with Textual: its screens and widgets, and what they share."""
