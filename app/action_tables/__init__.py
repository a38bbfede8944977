"""The commands of the window, a menu a file."""
