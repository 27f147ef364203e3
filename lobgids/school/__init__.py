"""WHAT THE ANSWERS SAY of a school. No question is asked here."""
