"""Song files: ours and those of others."""
