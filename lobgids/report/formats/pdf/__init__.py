"""PDF, set by typst; and the plots as pictures, which other formats show too."""
