"""WHEN: days as people say them, and which days are free of school."""
