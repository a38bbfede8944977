"""The song: frozen values, no window."""
