"""Nagi's portrait and icon, drawn in code: SVG text and the same picture as PNG.

Run ``python build/voice/portrait.py FOLDER``. The drawing is a list of filled paths and
strokes in SVG path notation (absolute M, L, C, Z), so that a small rasteriser of our own
gives the same picture on every machine.
"""

from __future__ import annotations

import argparse
import itertools
import struct
import sys
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_OVERSAMPLING: Final = 3
_CURVE_POINTS: Final = 24

NIGHT: Final = "#16324f"
DEEP: Final = "#1f5673"
TEAL: Final = "#3c8d9e"
FOAM: Final = "#d8f1ee"
SKIN: Final = "#fbe3d3"
BLUSH: Final = "#f2a08e"
WHITE: Final = "#fbfdfc"
SUN: Final = "#ffe9c2"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A path in SVG notation, filled from ``top`` to ``bottom``, or stroked if ``width_px``."""

    path: str
    top: str
    bottom: str = ""
    opacity: float = 1.0
    width_px: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A drawing; ``view`` is left, top, width, height in drawing units."""

    view: tuple[float, float, float, float]
    width_px: int
    height_px: int
    shapes: tuple[Shape, ...]


def _ellipse(x: float, y: float, rx: float, ry: float) -> str:
    k = 0.5523
    return (
        f"M {x - rx} {y} C {x - rx} {y - k * ry} {x - k * rx} {y - ry} {x} {y - ry}"
        f" C {x + k * rx} {y - ry} {x + rx} {y - k * ry} {x + rx} {y}"
        f" C {x + rx} {y + k * ry} {x + k * rx} {y + ry} {x} {y + ry}"
        f" C {x - k * rx} {y + ry} {x - rx} {y + k * ry} {x - rx} {y} Z"
    )


def _wave(y: float, height: float, phase: float, bottom: float) -> str:
    """A band of calm sea from a wavy line down to ``bottom``."""
    parts = [f"M -20 {y}"]
    step = 210
    for i in range(5):
        x = -20 + i * step
        lift = height if (i + round(phase)) % 2 else -height
        parts.append(f"C {x + 70} {y + lift} {x + 140} {y + lift} {x + step} {y}")
    return " ".join(parts) + f" L 1030 {bottom} L -20 {bottom} Z"


def _sea() -> list[Shape]:
    return [
        Shape(path="M -20 -20 L 820 -20 L 820 700 L -20 700 Z", top="#8fc4d6", bottom="#fdeedd"),
        Shape(path=_ellipse(590, 470, 150, 150), top="#fff6df", bottom=SUN, opacity=0.9),
        Shape(path="M 60 250 C 160 225 260 235 330 250 C 250 262 150 266 60 250 Z",
              top=WHITE, opacity=0.55),
        Shape(path="M 520 170 C 610 150 700 155 790 172 C 700 186 600 188 520 170 Z",
              top=WHITE, opacity=0.5),
        Shape(path="M -20 620 L 820 620 L 820 1220 L -20 1220 Z", top="#7fc0c9", bottom=NIGHT),
        Shape(path="M 470 640 C 540 634 640 634 710 640 C 650 648 540 648 470 640 Z",
              top=SUN, opacity=0.8),
        Shape(path="M 505 668 C 560 662 620 662 675 668 C 630 676 560 676 505 668 Z",
              top=SUN, opacity=0.6),
        Shape(path="M 540 700 C 575 695 610 695 645 700 C 615 707 575 707 540 700 Z",
              top=SUN, opacity=0.45),
        Shape(path=_wave(720, 10, 0, 1220), top="#5fabb8", bottom=NIGHT, opacity=0.6),
        Shape(path=_wave(820, 14, 1, 1220), top=TEAL, bottom=NIGHT, opacity=0.6),
    ]  # fmt: skip


def _figure() -> list[Shape]:
    """The singer from the chest up; eyes closed, singing."""
    return [
        # hair behind
        Shape(path="M 400 205 C 245 200 190 330 196 470 C 200 600 150 700 120 830"
                   " C 108 900 150 960 210 985 C 190 930 215 890 240 850 L 560 850"
                   " C 590 900 600 950 585 1000 C 660 960 690 890 672 820"
                   " C 648 720 602 610 604 470 C 610 330 555 200 400 205 Z",
              top="#2f7d93", bottom=NIGHT),
        # neck and shoulders
        Shape(path="M 352 640 L 448 640 L 456 760 L 400 820 L 344 760 Z",
              top="#f3d2bf", bottom=SKIN),
        Shape(path="M 338 735 C 270 765 205 790 178 870 C 150 970 138 1090 130 1220 L 670 1220"
                   " C 662 1090 650 970 622 870 C 595 790 530 765 462 735 L 400 830 Z",
              top=WHITE, bottom="#cfe6ea"),
        # sailor collar, tie and shell
        Shape(path="M 340 732 C 300 752 262 768 240 800 L 400 985 L 560 800"
                   " C 538 768 500 752 460 732 L 400 850 Z", top=DEEP, bottom=NIGHT),
        Shape(path="M 262 806 L 400 962 L 538 806", top=FOAM, width_px=6),
        Shape(path="M 400 965 C 360 985 345 1040 350 1090 C 375 1060 390 1040 400 1010"
                   " C 410 1040 425 1060 450 1090 C 455 1040 440 985 400 965 Z",
              top="#5fb3bd", bottom=TEAL),
        Shape(path=_ellipse(400, 972, 22, 19), top=SUN, bottom="#f3c98f"),
        # face
        Shape(path="M 270 440 C 266 560 310 640 400 690 C 490 640 534 560 530 440"
                   " C 528 330 272 330 270 440 Z", top=SKIN, bottom="#fddccb"),
        Shape(path=_ellipse(318, 552, 30, 15), top=BLUSH, opacity=0.35),
        Shape(path=_ellipse(482, 552, 30, 15), top=BLUSH, opacity=0.35),
        # closed eyes, brows
        Shape(path="M 296 503 C 312 528 346 530 364 506", top=NIGHT, width_px=8),
        Shape(path="M 436 506 C 454 530 488 528 504 503", top=NIGHT, width_px=8),
        Shape(path="M 299 509 L 284 515", top=NIGHT, width_px=5),
        Shape(path="M 501 509 L 516 515", top=NIGHT, width_px=5),
        Shape(path="M 306 452 C 324 440 346 440 360 449", top=DEEP, width_px=5),
        Shape(path="M 440 449 C 454 440 476 440 494 452", top=DEEP, width_px=5),
        Shape(path="M 399 548 C 396 562 394 568 402 571", top="#dfa98f", width_px=4),
        # mouth
        Shape(path="M 374 604 C 388 598 412 598 426 604 C 424 634 412 646 400 646"
                   " C 388 646 376 634 374 604 Z", top="#b5535a", bottom="#8f3a48"),
        Shape(path="M 384 632 C 392 624 408 624 416 632 C 410 644 390 644 384 632 Z",
              top="#e58a86"),
        # fringe and side locks
        Shape(path="M 400 200 C 290 196 236 290 248 450 C 262 420 280 400 300 388"
                   " C 296 410 296 428 300 446 C 330 420 356 380 366 336"
                   " C 372 372 384 398 408 420 C 406 392 410 366 418 344"
                   " C 440 392 470 424 506 444 C 506 424 504 408 500 392"
                   " C 522 406 540 424 552 450 C 564 290 510 204 400 200 Z",
              top="#45a0b0", bottom="#2a6f88"),
        Shape(path="M 252 420 C 236 520 262 600 244 700 C 236 752 214 790 196 816"
                   " C 190 740 206 690 204 600 C 202 520 214 450 252 420 Z",
              top="#3a8fa2", bottom=DEEP),
        Shape(path="M 548 420 C 564 520 538 600 556 700 C 564 752 586 790 604 816"
                   " C 610 740 594 690 596 600 C 598 520 586 450 548 420 Z",
              top="#3a8fa2", bottom=DEEP),
        Shape(path="M 290 262 C 330 226 400 216 452 228", top=FOAM, opacity=0.5, width_px=9),
        # shell pin
        Shape(path="M 486 286 C 476 258 500 238 524 246 C 550 240 570 262 556 290"
                   " C 540 310 504 310 486 286 Z", top=WHITE, bottom=SUN),
        Shape(path="M 522 304 L 502 256", top="#e9bd8c", width_px=3),
        Shape(path="M 522 304 L 524 250", top="#e9bd8c", width_px=3),
        Shape(path="M 522 304 L 546 258", top="#e9bd8c", width_px=3),
    ]  # fmt: skip


def portrait() -> Picture:
    """The portrait: 800 x 1200 pixels."""
    front = Shape(path=_wave(1120, 16, 0, 1260), top="#5fb3bd", bottom=NIGHT, opacity=0.55)
    shapes = (*_sea(), *_figure(), front)
    return Picture(view=(0, 0, 800, 1200), width_px=800, height_px=1200, shapes=shapes)


def icon() -> Picture:
    """The icon: the face, 256 x 256 pixels."""
    return Picture(
        view=(110, 165, 580, 580), width_px=256, height_px=256, shapes=(*_sea(), *_figure())
    )


def _svg(picture: Picture) -> str:
    left, top, width, height = picture.view
    gradients, paths = [], []
    for number, shape in enumerate(picture.shapes):
        if shape.width_px:
            look = (
                f'fill="none" stroke="{shape.top}" stroke-width="{shape.width_px:g}"'
                ' stroke-linecap="round" stroke-linejoin="round"'
            )
        elif shape.bottom:
            gradients.append(
                f'<linearGradient id="g{number}" x1="0" y1="0" x2="0" y2="1">'
                f'<stop offset="0" stop-color="{shape.top}"/>'
                f'<stop offset="1" stop-color="{shape.bottom}"/></linearGradient>'
            )
            look = f'fill="url(#g{number})"'
        else:
            look = f'fill="{shape.top}"'
        opacity = f' opacity="{shape.opacity:g}"' if shape.opacity < 1 else ""
        paths.append(f'<path d="{shape.path}" {look}{opacity}/>')
    body = "\n".join(["<defs>", *gradients, "</defs>", *paths])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{picture.width_px}"'
        f' height="{picture.height_px}" viewBox="{left:g} {top:g} {width:g} {height:g}">\n'
        f"{body}\n</svg>\n"
    )


def portrait_svg() -> str:
    """Text of ``portrait.svg``."""
    return _svg(portrait())


def icon_svg() -> str:
    """Text of ``icon.svg``."""
    return _svg(icon())


def _points(path: str) -> list[NDArray[np.float64]]:
    """Flatten a path to polylines, each [n, 2]."""
    words = path.split()
    lines: list[list[tuple[float, float]]] = []
    command, i = "", 0
    while i < len(words):
        if words[i] in "MLCZ":
            command = words[i]
            i += 1
            continue
        n = 6 if command == "C" else 2
        numbers = [float(word) for word in words[i : i + n]]
        i += n
        if command == "M":
            lines.append([(numbers[0], numbers[1])])
        elif command == "L":
            lines[-1].append((numbers[0], numbers[1]))
        else:
            p = np.array([lines[-1][-1], *zip(numbers[::2], numbers[1::2], strict=True)])
            t = np.linspace(0, 1, _CURVE_POINTS)[1:, None]
            curve = (
                (1 - t) ** 3 * p[0] + 3 * (1 - t) ** 2 * t * p[1]
                + 3 * (1 - t) * t**2 * p[2] + t**3 * p[3]
            )  # fmt: skip
            lines[-1] += [(float(x), float(y)) for x, y in curve]
    return [np.array(line) for line in lines]


def _fill_mask(polygon: NDArray[np.float64], shape: tuple[int, int]) -> NDArray[np.bool_]:
    """Even-odd fill of a polygon in pixel coordinates."""
    height, width = shape
    crossings = np.zeros((height, width + 1), bool)
    following = np.roll(polygon, -1, axis=0)
    for (x0, y0), (x1, y1) in zip(polygon, following, strict=True):
        if y0 == y1:
            continue
        low, high = sorted((y0, y1))
        rows = np.arange(max(0, int(np.ceil(low - 0.5))), min(height, int(np.ceil(high - 0.5))))
        x = x0 + (rows + 0.5 - y0) * (x1 - x0) / (y1 - y0)
        columns = np.clip(np.ceil(x - 0.5), 0, width).astype(int)
        crossings[rows, columns] ^= True
    return np.asarray(np.logical_xor.accumulate(crossings, axis=1)[:, :width])


def _stroke_mask(
    line: NDArray[np.float64], width: float, shape: tuple[int, int]
) -> NDArray[np.bool_]:
    """Pixels within half a width of a polyline; round caps and joins."""
    height, n_columns = shape
    mask = np.zeros(shape, bool)
    radius = width / 2
    for start, end in itertools.pairwise(line):
        low = np.maximum(np.floor(np.minimum(start, end) - radius), 0).astype(int)
        high = np.ceil(np.maximum(start, end) + radius).astype(int) + 1
        columns = np.arange(low[0], min(high[0], n_columns)) + 0.5
        rows = np.arange(low[1], min(high[1], height)) + 0.5
        if not len(columns) or not len(rows):
            continue
        along = end - start
        dx, dy = columns[None] - start[0], rows[:, None] - start[1]
        t = np.clip((dx * along[0] + dy * along[1]) / max(float(along @ along), 1e-9), 0, 1)
        near = (dx - t * along[0]) ** 2 + (dy - t * along[1]) ** 2 <= radius**2
        mask[low[1] : low[1] + len(rows), low[0] : low[0] + len(columns)] |= near
    return mask


def _rgb(colour: str) -> NDArray[np.float32]:
    return np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)], np.float32)


def rasterise(picture: Picture) -> NDArray[np.uint8]:
    """Paint a picture.

    Parameters
    ----------
    picture : Picture
        Shapes, painted in order.

    Returns
    -------
    ndarray of uint8 [shape=(height_px, width_px, 3)]
        RGB, smoothed by threefold oversampling.
    """
    left, top, view_width, view_height = picture.view
    size = (picture.height_px * _OVERSAMPLING, picture.width_px * _OVERSAMPLING)
    scale = np.array([size[1] / view_width, size[0] / view_height])
    canvas = np.full((*size, 3), 255, np.float32)
    for shape in picture.shapes:
        lines = [(line - (left, top)) * scale for line in _points(shape.path)]
        mask = np.zeros(size, bool)
        for line in lines:
            if shape.width_px:
                mask |= _stroke_mask(line, shape.width_px * float(scale[0]), size)
            else:
                mask ^= _fill_mask(line, size)
        y = np.concatenate(lines)[:, 1]
        span = max(float(y.max() - y.min()), 1e-9)
        t = np.clip((np.arange(size[0]) + 0.5 - y.min()) / span, 0, 1)[:, None]
        paint = _rgb(shape.top) * (1 - t) + _rgb(shape.bottom or shape.top) * t
        rows, columns = np.nonzero(mask)
        old = canvas[rows, columns]
        canvas[rows, columns] = old + shape.opacity * (paint[rows].astype(np.float32) - old)
    n = _OVERSAMPLING
    small = canvas.reshape(picture.height_px, n, picture.width_px, n, 3).mean((1, 3))
    return np.asarray(np.round(small), np.uint8)


def encode_png(pixels: NDArray[np.uint8]) -> bytes:
    """Write RGB pixels [height, width, 3] as a PNG file."""
    height, width, _ = pixels.shape

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    # Each row against the row above: gradients then pack well.
    above = np.concatenate([np.zeros((1, width, 3), np.uint8), pixels[:-1]])
    rows = np.concatenate(
        [np.full((height, 1), 2, np.uint8), (pixels - above).reshape(height, -1)], axis=1
    )
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows.tobytes(), 9))
        + chunk(b"IEND", b"")
    )


def png_bytes(name: str) -> bytes:
    """PNG file of "portrait" or "icon"."""
    return encode_png(rasterise({"portrait": portrait, "icon": icon}[name]()))


def main() -> int:
    """Read the command line and write the four pictures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("folder", type=Path, help="folder for the pictures")
    given = parser.parse_args()
    try:
        given.folder.mkdir(parents=True, exist_ok=True)
        (given.folder / "portrait.svg").write_text(portrait_svg(), encoding="utf-8")
        (given.folder / "icon.svg").write_text(icon_svg(), encoding="utf-8")
        (given.folder / "portrait.png").write_bytes(png_bytes("portrait"))
        (given.folder / "icon.png").write_bytes(png_bytes("icon"))
    except OSError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
