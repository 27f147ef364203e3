"""For who writes content: reading it strictly, what is wrong with it and how to mend it, showing it."""
