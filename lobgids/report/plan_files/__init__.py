"""The plan to take along: a workbook, days for a calendar, and a mail; each made of the conversation itself."""
