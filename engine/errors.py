"""Every error that the engine raises for something outside its own control.

An error carries a stable ``code`` and ``facts``; ``str(error)`` is the plain English sentence for
logs and the command line. The window translates ``code`` and ``facts`` instead.
"""

from __future__ import annotations


class EngineError(Exception):
    """Root of the tree: what failed, where, and what to do next.

    Parameters
    ----------
    sentence : str
        One English sentence: what is wrong, where, and what the user can do next.
    code : str
        Stable identifier in lower-case words joined by hyphens, such as ``missing-model``.
    **facts : object
        Values the sentence speaks of (path, phoneme, note id), for translation and for tests.
    """

    def __init__(self, sentence: str, *, code: str, **facts: object) -> None:
        super().__init__(sentence)
        self.code = code
        self.facts = facts


class VoicebankError(EngineError):
    """A voicebank folder, or a file in it, cannot be used."""


class ModelContractError(VoicebankError):
    """A model's declared inputs or outputs are not those of the contract."""


class PhonemeError(EngineError):
    """A lyric or phoneme cannot be sung by this voice."""


class ScoreError(EngineError):
    """The notes, tempo or curves given cannot be rendered."""


class InferenceError(EngineError):
    """A model run failed or gave values that are not numbers."""


class AudioFileError(EngineError):
    """An audio file cannot be read or written."""


class AudioDeviceError(EngineError):
    """A sound card is not there, cannot be opened, or went away."""


class Cancelled(Exception):
    """The work was stopped on purpose."""
