"""The start screen: its list, what can be done with a document, and the screen to look at one."""
