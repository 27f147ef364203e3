"""WHAT IS KNOWN: the content in YAML, its structures, and how it is read, checked, translated and found."""
