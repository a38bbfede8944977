"""Networks of the toolkit, one per file."""
