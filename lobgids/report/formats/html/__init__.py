"""A report as a web page."""
