"""Commands, their arguments and exit codes."""

from __future__ import annotations

import argparse
import gc
import os
import signal
import sys
import traceback
from pathlib import Path

EXIT_CODES = """exit codes:
  0    done
  1    something could not be read, sung or written; standard error says what and what to do
  2    wrong arguments
  3    done, but at least one phrase or note could not be sung
  130  stopped with Ctrl-C; nothing half written is left
"""
DONE, FAILED, WRONG_ARGUMENTS, INCOMPLETE, STOPPED = 0, 1, 2, 3, 130
COMMANDS = ("render", "convert", "voices", "cache", "check")


def _range_s(text: str) -> tuple[float, float]:
    begin, separator, end = text.partition(":")
    try:
        span = float(begin), float(end)
    except ValueError:
        span = (0.0, 0.0)
    if not separator or not 0 <= span[0] < span[1] < float("inf"):
        raise argparse.ArgumentTypeError(f"'{text}' is no range; write seconds like 12.5:20")
    return span


def _positive(text: str) -> int:
    try:
        value = int(text)
    except ValueError:
        value = 0
    if value < 1:
        raise argparse.ArgumentTypeError(f"'{text}' is not a whole number above 0")
    return value


def build_parser() -> argparse.ArgumentParser:
    """All commands with their help."""
    parser = argparse.ArgumentParser(
        prog="melisma",
        description="Melisma sings songs with DiffSinger voicebanks. Without a command, or with a "
        "song in its place, the editor opens.",
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")

    def command(name: str, text: str) -> argparse.ArgumentParser:
        return commands.add_parser(
            name,
            help=text,
            description=text,
            epilog=EXIT_CODES,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )

    render = command("render", "Sing a song into sound files.")
    render.add_argument("song", nargs="?", type=Path, metavar="SONG", help=".melisma, .ds or .mid")
    render.add_argument("--demo", action="store_true", help="sing the demo song in place of SONG")
    render.add_argument("-o", "--output", type=Path, metavar="FILE", help=".wav or .flac to write")
    render.add_argument("--stems", type=Path, metavar="DIR", help="write one file a track there")
    render.add_argument(
        "--ds", type=Path, metavar="FILE", help="write a .ds file; several parts: one file each"
    )
    render.add_argument("--save", type=Path, metavar="FILE", help="save the song as it was sung")
    render.add_argument("--range", type=_range_s, metavar="A:B", help="only these seconds")
    render.add_argument("--bits", type=int, choices=(16, 24, 32), default=24, help="default 24")
    render.add_argument(
        "--rate", type=int, choices=(44100, 48000, 96000), default=44100, help="default 44100 Hz"
    )
    render.add_argument("--seed", type=int, help="noise seed in place of the song's own")
    render.add_argument("--voice", metavar="VOICE", help="voice for all tracks (name or folder)")
    render.add_argument("--steps", type=_positive, help="sampling steps of the acoustic model")
    render.add_argument("--depth", type=float, help="sampling depth, 0 to 1")
    render.add_argument("--no-cache", action="store_true", help="neither read nor write the cache")
    render.add_argument("--provider", default="cpu", help="cpu (default), cuda, directml, coreml")
    render.add_argument("--threads", type=_positive, default=0, help="threads inside a model")
    render.add_argument("--json", action="store_true", help="one JSON object a line on stdout")

    convert = command("convert", "Write a song in another format, by the ending of OUT.")
    convert.add_argument("input", type=Path, metavar="IN")
    convert.add_argument("output", type=Path, metavar="OUT")

    voices = command("voices", "List the voices that are installed.")
    voices.add_argument("--json", action="store_true", help="one JSON object a line on stdout")

    cache = command("cache", "Look at the tensor cache, empty or verify it.")
    cache.add_argument("action", choices=("info", "clear", "verify"))

    check = command("check", "Report every fault of a voicebank folder.")
    check.add_argument("bank", type=Path, metavar="BANK")
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit code."""
    words = sys.argv[1:] if arguments is None else arguments
    if not words or words[0] not in (*COMMANDS, "-h", "--help"):
        return _open_window(words)
    parser = build_parser()
    chosen = parser.parse_args(words)
    # Being asked to end is like Ctrl-C: nothing half written stays behind.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    from engine.errors import Cancelled, EngineError

    try:
        return _run(chosen, parser)
    except EngineError as error:
        if os.environ.get("MELISMA_DEBUG"):
            traceback.print_exc()
        print(f"melisma: {error}", file=sys.stderr)
        return FAILED
    except (Cancelled, KeyboardInterrupt):
        print("melisma: stopped.", file=sys.stderr)
        return STOPPED
    except BrokenPipeError:
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
        return FAILED


def _open_window(words: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="melisma", description="Open the editor.", epilog=f"commands: {', '.join(COMMANDS)}"
    )
    parser.add_argument("song", nargs="?", type=Path, metavar="SONG", help="song to open")
    parser.add_argument(
        "--exit-after-paint",
        action="store_true",
        help="leave after the first painted frame and print how long that took, as JSON",
    )
    chosen = parser.parse_args(words)
    if chosen.song is not None and not chosen.song.exists():
        parser.error(
            f"there is no song or command '{chosen.song}': name a file that is there, or one of "
            f"{', '.join(COMMANDS)}"
        )
    if not _has_display():
        print(
            "melisma: there is no display to open the window on: sing from here with "
            "'render SONG -o FILE', or start it where there is a desktop.",
            file=sys.stderr,
        )
        return FAILED
    gc.disable()  # until the window stands: what is loaded stays, and looking at it takes a tenth
    from app.light_qt import load_light_qt

    load_light_qt()
    from app.application import run

    return run(chosen.song, exit_after_paint=chosen.exit_after_paint)


def _has_display() -> bool:
    """Whether Qt would find a display; without one it ends the process."""
    if not sys.platform.startswith("linux"):
        return True
    names = ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY")
    return any(os.environ.get(name) for name in names)


def _run(chosen: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    if chosen.command == "render":
        if chosen.demo == (chosen.song is not None):
            parser.error("render takes either SONG or --demo")
        if not (chosen.output or chosen.stems or chosen.ds or chosen.save):
            parser.error("render needs -o FILE, --stems DIR, --ds FILE or --save FILE")
        from app.cli.render import render

        return render(chosen)
    if chosen.command == "convert":
        from editor.formats.registry import read_song, write_song
        from editor.sounds import with_sounds_from

        song = read_song(chosen.input)
        folders = [path.absolute().parent for path in (chosen.input, chosen.output)]
        project = with_sounds_from(song.project, *folders)
        for warning in (*song.warnings, *write_song(project, chosen.output)):
            print(f"melisma: {warning}", file=sys.stderr)
        return DONE
    from app.cli import inspect

    if chosen.command == "voices":
        return inspect.voices(as_json=chosen.json)
    if chosen.command == "cache":
        return inspect.cache(chosen.action)
    return inspect.check(chosen.bank)
