"""Rows of a list: which belong to suppliers, and which are left out with their reason."""
