"""The screens: the chat, and what can be opened over it."""
