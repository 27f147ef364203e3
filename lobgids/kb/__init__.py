"""What is known: the content in YAML, its structures, and how it is read, checked and translated."""
