"""The song, and how it is seen and changed."""
