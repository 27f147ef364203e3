"""The parts of the reports, a file each: a context in, blocks out."""
