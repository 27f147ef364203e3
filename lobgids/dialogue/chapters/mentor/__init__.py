"""The chapters of the mentor track, one a file: what each asks, and how the questions are worded."""
