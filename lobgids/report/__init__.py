"""Reports: one report as plain data, the parts and readers of each track, and the formats that set it."""
