"""The parts of the reports, a file each: a teller in, blocks out."""
