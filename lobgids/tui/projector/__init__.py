"""The conversation with a group on a projector: its screen, its pages and its widgets."""
