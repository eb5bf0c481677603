"""Your week: both options on a real week, the course with holidays, calendar files."""
