"""The formats of a report: each sets the blocks, and none knows of a conversation."""
