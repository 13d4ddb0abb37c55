"""Workbooks: what stands on each sheet, how a sheet looks, and how it is put into the file."""
