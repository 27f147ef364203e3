"""A report as a Word file: in the styles of `reference.docx`, or in those of a school's template."""
