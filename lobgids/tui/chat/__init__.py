"""The conversation as a chat: its screen, its widgets, and what typed lines and commands do there."""
