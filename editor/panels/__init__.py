"""Panels beside the roll: lists, mixer, arrangement."""
