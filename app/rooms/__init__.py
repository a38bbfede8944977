"""The rooms of the window: commands that belong together, with what they show."""
