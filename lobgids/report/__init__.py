"""How it shows on paper: one report as plain data, and a file for each format that sets it."""
