"""WHAT THE ANSWERS SAY of a school; no question in it."""
