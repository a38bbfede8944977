"""How long a pencil takes from the hand to the painted curve, on the song of `painting`."""

from __future__ import annotations

import math
import os
import statistics
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from tests.bench.figures import Figure
from tests.bench.painting import BAR_TICKS, LANES, SIZE_PX, sung_phrases, wide_song

if TYPE_CHECKING:
    from editor.tools.touch import Touch
    from editor.view.piano_roll import PianoRoll

N_MOVES = 120
FRAME_MS = 1000.0 / 60.0


def pencil(_: Path) -> Iterator[Figure]:
    """Strokes over the notes and in a lane, eight bars in view."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from editor.history import History
    from editor.store import Store
    from editor.tools.pencil import PencilTool
    from editor.tools.workbench import Workbench
    from editor.view.colours import DARK
    from editor.view.curve_overlay import CurveOverlay
    from editor.view.piano_roll import PianoRoll
    from engine.types import Parameter

    app = QApplication.instance() or QApplication([])
    view = PianoRoll(DARK)
    view.set_lanes(LANES)
    view.resize(*SIZE_PX)
    store = Store(wide_song())
    bench = Workbench(view, store, History(store))
    view.set_song(store.project, "part")
    view.set_phrases(sung_phrases(store.project))
    view.show()
    app.processEvents()
    view.set_viewport(view.viewport.showing_ticks(100 * BAR_TICKS, 108 * BAR_TICKS))
    view.set_viewport(view.viewport.showing_keys(60, 60))
    tool = PencilTool(bench, CurveOverlay(view))
    for parameter in (Parameter.PITCH, Parameter.BREATHINESS):
        tool.press(_touch(view, parameter, 0))
        times_ms = []
        for index in range(1, N_MOVES):
            begin_s = time.thread_time()
            tool.drag(_touch(view, parameter, index))
            app.processEvents()
            times_ms.append((time.thread_time() - begin_s) * 1000.0)
        tool.release(_touch(view, parameter, N_MOVES))
        app.processEvents()
        for what, value in (
            ("median", statistics.median(times_ms)),
            ("p95", float(np.percentile(times_ms, 95))),
        ):
            yield Figure(
                name=f"stroke: {parameter}, hand to painted curve, {what}",
                value=value,
                unit="ms",
                at_most=FRAME_MS,
            )
    view.close()
    view.deleteLater()
    app.processEvents()


def _touch(view: PianoRoll, parameter: str, index: int) -> Touch:
    from editor.tools.touch import Button, PaneKind, Touch
    from engine.types import Parameter

    x_px = 100.0 + index * 8.0
    wave = math.sin(index / 7.0)
    is_pitch = parameter == Parameter.PITCH
    return Touch(
        pane=PaneKind.ROLL if is_pitch else PaneKind.LANE,
        ticks=view.viewport.px_to_ticks(x_px),
        midi=60.0 + 3.0 * wave if is_pitch else math.nan,
        value=math.nan if is_pitch else -50.0 + 20.0 * wave,
        parameter=None if is_pitch else Parameter(parameter),
        x_px=x_px,
        button=Button.LEFT,
    )
