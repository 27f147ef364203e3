"""The chapters of the conversation: which asks each has, and how it asks them."""
