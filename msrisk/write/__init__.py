"""One report, one small writer per format; the ending of the file's name chooses."""

from msrisk.write.files import check_outputs, write_output, write_report

__all__ = ["check_outputs", "write_output", "write_report"]
