"""A report without anybody's name, to share between those who buy: tokens for names, two figures of money."""

from msrisk.redacting.key import key_in
from msrisk.redacting.report import redacted

__all__ = ["key_in", "redacted"]
