"""Facts of suppliers and their lines: pooled over rows, derived from others, estimated."""
