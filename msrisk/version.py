"""The version, a constant so that nothing is read to print it."""

VERSION = "0.1.0"
