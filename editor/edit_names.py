"""Names of edits as a history shows them, in the user's language."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from editor.translated import translated
from engine.types import Parameter

NAMES: dict[str, object] = {
    "accept prediction": QT_TRANSLATE_NOOP("EditName", "Accept prediction"),
    "add part": QT_TRANSLATE_NOOP("EditName", "Add part"),
    "add sound": QT_TRANSLATE_NOOP("EditName", "Add sound"),
    "add track": QT_TRANSLATE_NOOP("EditName", "Add track"),
    "change phoneme": QT_TRANSLATE_NOOP("EditName", "Change phoneme"),
    "choose voice": QT_TRANSLATE_NOOP("EditName", "Choose voice"),
    "copy notes": QT_TRANSLATE_NOOP("EditName", "Copy notes"),
    "copy part": QT_TRANSLATE_NOOP("EditName", "Copy part"),
    "copy sound": QT_TRANSLATE_NOOP("EditName", "Copy sound"),
    "copy track": QT_TRANSLATE_NOOP("EditName", "Copy track"),
    "draw notes": QT_TRANSLATE_NOOP("EditName", "Draw notes"),
    "fix overlaps": QT_TRANSLATE_NOOP("EditName", "Fix overlaps"),
    "flow lyrics": QT_TRANSLATE_NOOP("EditName", "Flow lyrics"),
    "import": QT_TRANSLATE_NOOP("EditName", "Import"),
    "join parts": QT_TRANSLATE_NOOP("EditName", "Join parts"),
    "language": QT_TRANSLATE_NOOP("EditName", "Change language"),
    "legato": QT_TRANSLATE_NOOP("EditName", "Legato"),
    "level of a sound": QT_TRANSLATE_NOOP("EditName", "Change level of a sound"),
    "merge notes": QT_TRANSLATE_NOOP("EditName", "Merge notes"),
    "metre": QT_TRANSLATE_NOOP("EditName", "Change metre"),
    "mix colours": QT_TRANSLATE_NOOP("EditName", "Mix colours"),
    "mixer": QT_TRANSLATE_NOOP("EditName", "Mixer"),
    "move metre": QT_TRANSLATE_NOOP("EditName", "Move metre"),
    "move notes": QT_TRANSLATE_NOOP("EditName", "Move notes"),
    "move part": QT_TRANSLATE_NOOP("EditName", "Move part"),
    "move phoneme": QT_TRANSLATE_NOOP("EditName", "Move phoneme"),
    "move sound": QT_TRANSLATE_NOOP("EditName", "Move sound"),
    "move tempo": QT_TRANSLATE_NOOP("EditName", "Move tempo"),
    "move track": QT_TRANSLATE_NOOP("EditName", "Move track"),
    "paste notes": QT_TRANSLATE_NOOP("EditName", "Paste notes"),
    "phonetic hint": QT_TRANSLATE_NOOP("EditName", "Change phonetic hint"),
    "pitch points": QT_TRANSLATE_NOOP("EditName", "Change pitch points"),
    "place phoneme": QT_TRANSLATE_NOOP("EditName", "Place phoneme"),
    "quantise": QT_TRANSLATE_NOOP("EditName", "Quantise"),
    "remove metre": QT_TRANSLATE_NOOP("EditName", "Remove metre"),
    "remove notes": QT_TRANSLATE_NOOP("EditName", "Remove notes"),
    "remove part": QT_TRANSLATE_NOOP("EditName", "Remove part"),
    "remove sound": QT_TRANSLATE_NOOP("EditName", "Remove sound"),
    "remove tempo": QT_TRANSLATE_NOOP("EditName", "Remove tempo"),
    "remove track": QT_TRANSLATE_NOOP("EditName", "Remove track"),
    "rename part": QT_TRANSLATE_NOOP("EditName", "Rename part"),
    "rename song": QT_TRANSLATE_NOOP("EditName", "Rename song"),
    "rename track": QT_TRANSLATE_NOOP("EditName", "Rename track"),
    "replace lyrics": QT_TRANSLATE_NOOP("EditName", "Replace lyrics"),
    "reset phonemes": QT_TRANSLATE_NOOP("EditName", "Reset phonemes"),
    "resize note": QT_TRANSLATE_NOOP("EditName", "Resize note"),
    "resize notes": QT_TRANSLATE_NOOP("EditName", "Resize notes"),
    "restore take": QT_TRANSLATE_NOOP("EditName", "Restore take"),
    "delete take": QT_TRANSLATE_NOOP("EditName", "Delete take"),
    "name take": QT_TRANSLATE_NOOP("EditName", "Name take"),
    "retake": QT_TRANSLATE_NOOP("EditName", "Retake"),
    "seed": QT_TRANSLATE_NOOP("EditName", "Change seed"),
    "split note": QT_TRANSLATE_NOOP("EditName", "Split note"),
    "split part": QT_TRANSLATE_NOOP("EditName", "Split part"),
    "split sound": QT_TRANSLATE_NOOP("EditName", "Split sound"),
    "tempo": QT_TRANSLATE_NOOP("EditName", "Change tempo"),
    "transpose notes": QT_TRANSLATE_NOOP("EditName", "Transpose notes"),
    "trim sound": QT_TRANSLATE_NOOP("EditName", "Trim sound"),
    "tune": QT_TRANSLATE_NOOP("EditName", "Tune notes"),
    "vibrato": QT_TRANSLATE_NOOP("EditName", "Change vibrato"),
    "write lyrics": QT_TRANSLATE_NOOP("EditName", "Write lyrics"),
}
# Edits of curves bear the parameter behind their name.
CURVE_NAMES: dict[str, object] = {
    "draw": QT_TRANSLATE_NOOP("EditName", "Draw: {parameter}"),
    "anchor": QT_TRANSLATE_NOOP("EditName", "Anchors: {parameter}"),
    "move": QT_TRANSLATE_NOOP("EditName", "Raise or lower: {parameter}"),
    "erase": QT_TRANSLATE_NOOP("EditName", "Erase: {parameter}"),
    "lock": QT_TRANSLATE_NOOP("EditName", "Lock: {parameter}"),
    "unlock": QT_TRANSLATE_NOOP("EditName", "Unlock: {parameter}"),
    "bake": QT_TRANSLATE_NOOP("EditName", "Bake: {parameter}"),
    "scale": QT_TRANSLATE_NOOP("EditName", "Scale: {parameter}"),
    "cut": QT_TRANSLATE_NOOP("EditName", "Cut: {parameter}"),
    "smooth": QT_TRANSLATE_NOOP("EditName", "Smooth: {parameter}"),
    "paste": QT_TRANSLATE_NOOP("EditName", "Paste: {parameter}"),
}
PARAMETERS: dict[Parameter, object] = {
    Parameter.PITCH: QT_TRANSLATE_NOOP("Parameter", "pitch"),
    Parameter.ENERGY: QT_TRANSLATE_NOOP("Parameter", "energy"),
    Parameter.BREATHINESS: QT_TRANSLATE_NOOP("Parameter", "breathiness"),
    Parameter.VOICING: QT_TRANSLATE_NOOP("Parameter", "voicing"),
    Parameter.TENSION: QT_TRANSLATE_NOOP("Parameter", "tension"),
    Parameter.GENDER: QT_TRANSLATE_NOOP("Parameter", "gender"),
    Parameter.VELOCITY: QT_TRANSLATE_NOOP("Parameter", "velocity"),
    Parameter.EXPRESSIVENESS: QT_TRANSLATE_NOOP("Parameter", "expressiveness"),
    Parameter.TONE_SHIFT: QT_TRANSLATE_NOOP("Parameter", "tone shift"),
    Parameter.DYNAMICS: QT_TRANSLATE_NOOP("Parameter", "dynamics"),
}


def shown_name(name: str) -> str:
    """The name of an edit in the user's language; one that is not in the table as it is."""
    if name in NAMES:
        return translated("EditName", str(NAMES[name]))
    verb, _, last = name.partition(" ")
    if verb in CURVE_NAMES and last in PARAMETERS:
        template = translated("EditName", str(CURVE_NAMES[verb]))
        parameter = translated("Parameter", str(PARAMETERS[Parameter(last)]))
        return template.format(parameter=parameter)
    return name
