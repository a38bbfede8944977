"""Lyrics to phonemes, by language."""
