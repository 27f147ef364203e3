"""The parts of the reports, a file each: functions that take a context and yield blocks."""
