"""A column of a table as readings, and what its cells say together."""
