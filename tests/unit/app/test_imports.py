"""The shell's foundations start quickly: nothing heavy comes with them."""

from __future__ import annotations

import subprocess
import sys

MODULES = [
    "actions",
    "icons",
    "logging_setup",
    "problem_report",
    "setting_values",
    "settings_file",
    "theme",
    "translation",
]


def test_the_foundations_bring_no_models_sound_or_numbers():
    names = ", ".join(f"app.{name}" for name in MODULES)
    code = f"import sys, {names}; print(*sorted({{n.split('.')[0] for n in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"torch", "scipy", "onnxruntime", "sounddevice", "numpy", "pyqtgraph", "soundfile"}
    assert not heavy & set(done.stdout.split())
