"""What is shown, before anything draws it."""
