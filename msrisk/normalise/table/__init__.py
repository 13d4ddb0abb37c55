"""Sheets to tables: which sheets make the list, and where in them its headings stand."""
