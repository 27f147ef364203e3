"""The conversation line by line: in words for people, as JSON for programs."""
