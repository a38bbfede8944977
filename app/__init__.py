"""The shell: the only room that knows every other."""
