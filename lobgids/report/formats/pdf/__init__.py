"""A report as a PDF, set by typst; and its plots as pictures, which other formats show too."""
