"""What we spend, as one column of exact pence: each sum once, in pounds."""
