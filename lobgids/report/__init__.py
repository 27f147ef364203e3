"""How it shows on paper: one report as plain data, and formats that set it."""
