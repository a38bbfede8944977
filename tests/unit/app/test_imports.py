"""The shell's foundations start quickly: nothing heavy comes with them."""

from __future__ import annotations

import json
import os
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
# Models, voices, sound, files of other programs: behind the first paint, or when first used.
LATER = {
    "torch", "scipy", "matplotlib", "onnxruntime", "onnx", "google", "sounddevice", "soundfile",
    "soxr", "mido", "yaml", "parselmouth", "sympy",
}  # fmt: skip


def test_the_foundations_bring_no_models_sound_or_numbers():
    names = ", ".join(f"app.{name}" for name in MODULES)
    code = f"import sys, {names}; print(*sorted({{n.split('.')[0] for n in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"torch", "scipy", "onnxruntime", "sounddevice", "numpy", "pyqtgraph", "soundfile"}
    assert not heavy & set(done.stdout.split())


def test_nothing_slow_is_loaded_before_the_window_is_painted(tmp_path):
    code = (
        "import sys; from app.cli.main import main; main(['--exit-after-paint']); "
        "print(*sorted(sys.modules))"
    )
    places = {name: str(tmp_path) for name in ("HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")}
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **places, "QT_QPA_PLATFORM": "offscreen"},
    )
    paint, names = done.stdout.splitlines()
    assert json.loads(paint)["first_paint_ms"] > 0
    loaded = set(names.split())
    assert not LATER & {name.split(".")[0] for name in loaded}
    assert not [name for name in loaded if name.startswith(("engine.training", "app.dialogs."))]
