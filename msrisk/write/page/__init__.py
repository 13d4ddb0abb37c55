"""Web pages in one file, without script, that print on A4."""
