"""Word: in the looks of `reference.docx`, or in those of a school's template."""
