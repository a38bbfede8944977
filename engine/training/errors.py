"""What can go wrong while a voice is made."""

from __future__ import annotations


class TrainingError(Exception):
    """Root of every error the toolkit raises on bad input.

    Parameters
    ----------
    message : str
        One English sentence for the command line: what, where, what next.
    """


class CorpusError(TrainingError):
    """A recording folder does not hold what its transcription promises."""


class ConfigError(TrainingError):
    """A saved configuration cannot be read or does not fit the data."""


class ExportError(TrainingError):
    """An exported graph does not do what the network in memory does."""
