"""Which column of a table holds which field: by its heading, and by the cells below it."""
