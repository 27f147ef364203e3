"""The sheets: screens that open over another one, each with a typed result."""
