"""The conversation with a group on a projector: one thing at a time, few words, driven by a presenter's remote."""
