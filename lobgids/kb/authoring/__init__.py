"""For authors of content: reading it strictly, reporting what is wrong and how to mend it, showing it."""
