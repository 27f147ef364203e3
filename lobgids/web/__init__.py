"""The pages in a browser: the same from a server on this computer and from one file that holds all of it."""
