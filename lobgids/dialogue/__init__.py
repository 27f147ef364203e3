"""What is said and asked: a conversation as a fold over events, with no screen and no files."""
