"""A report says what happened, and not who the user is or what the songs are called."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import ReportError
from app.paths import ROOT
from app.problem_report import (
    MAX_LOG_BYTES,
    Scrubber,
    build_report,
    system_facts,
    write_report,
)
from app.setting_values import with_value
from app.settings import Settings

SCRUBBER = Scrubber(names=["annika", "annikas-laptop"])
PIECES = st.text("abcdefghijklmnop", min_size=1, max_size=8).map(lambda text: "zz" + text)


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        (
            "/home/annika/Songs/Love.melisma cannot be read: try",
            "<path>.melisma cannot be read: try",
        ),
        ("/home/annika/My Love Song.melisma cannot be read.", "<path>.melisma cannot be read."),
        ("saved in '/home/annika/My Songs/a'", "saved in '<path>'"),
        ('File "/home/annika/x y.py", line 3', 'File "<path>.py", line 3'),
        ("PosixPath('/tmp/secret song')", "PosixPath('<path>')"),
        (r"C:\Users\Annika\Songs\a.wav failed", "<path>.wav failed"),
        (r"C:\Users\Annika B\My Songs\a b.wav failed (5)", "<path>.wav failed (5)"),
        ("C:/Users/Annika/a.wav", "<path>.wav"),
        (r"\\nas\music\a.wav is gone", "<path>.wav is gone"),
        ("see ~/Songs/Love.melisma", "see <path>.melisma"),
        ("file:///home/annika/a%20b.wav", "<path>.wav"),
        ("path:/home/annika/a.wav, next", "path:<path>.wav, next"),
        ("Annika on annikas-laptop", "<name> on <name>"),
        ("annikas song", "annikas song"),
        ("44.1 kHz and/or -3 dB/s, 1/2", "44.1 kHz and/or -3 dB/s, 1/2"),
        ("https://example.org/a", "https://example.org/a"),
    ],
)
def test_what_is_personal_is_taken_out(text, clean):
    assert SCRUBBER.scrub(text) == clean


def test_the_programs_own_places_stay_readable():
    trace = f'  File "{ROOT}/app/cli/main.py", line 5, in main'
    assert SCRUBBER.scrub(trace) == '  File "<melisma>/app/cli/main.py", line 5, in main'
    trace = f'  File "{sys.prefix}/lib/python3.11/site-packages/numpy/x.py", line 5'
    assert SCRUBBER.scrub(trace) == (
        '  File "<python>/lib/python3.11/site-packages/numpy/x.py", line 5'
    )
    assert SCRUBBER.scrub(f"{ROOT}/voicebanks/nagi") == "<melisma>/voicebanks/nagi"
    assert SCRUBBER.scrub(f"{ROOT}/My Love.melisma") == "<path>.melisma"


def test_known_paths_are_taken_out_to_their_last_word():
    path = Path("/mnt/My Own Voices")
    scrubber = Scrubber(names=[], paths=[path, Path("relative")])
    assert scrubber.scrub("/mnt/My Own Voices is no folder") == "<path> is no folder"


@given(st.lists(PIECES, min_size=2, max_size=5), st.sampled_from(["'", '"', ""]), st.booleans())
def test_no_piece_of_a_path_stays(pieces, quote, is_windows):
    start, joint = ("C:\\", "\\") if is_windows else ("/", "/")
    path = start + joint.join(pieces) + ".wav"
    clean = SCRUBBER.scrub(f"Reading {quote}{path}{quote} failed.")
    assert clean == f"Reading {quote}<path>.wav{quote} failed."


@given(st.text(max_size=200))
def test_any_text_can_be_scrubbed_and_a_second_time_changes_nothing(text):
    once = SCRUBBER.scrub(text)
    assert SCRUBBER.scrub(once) == once


def test_the_report_has_facts_settings_and_logs_but_no_names(tmp_path):
    logs = tmp_path / "logs"
    logs.mkdir()
    (logs / "melisma.log.1").write_text("older\n", encoding="utf-8")
    (logs / "melisma.log").write_text(
        "newer: /home/annika/Love.melisma\n\udcff", encoding="utf-8", errors="surrogateescape"
    )
    (logs / "other.txt").write_text("not ours", encoding="utf-8")
    settings = with_value(Settings(), "voicebanks.folders", ["/home/annika/voices"])
    settings = with_value(settings, "audio.device_name", "Annika's headphones")
    settings = with_value(settings, "audio.buffer_ms", 155)
    report = build_report(
        facts={**system_facts(), "melisma": "0.1.0"},
        settings=settings,
        log_folder=logs,
        scrubber=SCRUBBER,
    )
    assert "melisma: 0.1.0" in report
    assert '"buffer_ms": 155' in report
    assert '"n_folders": 1' in report
    assert report.index("older") < report.index("newer: <path>.melisma")
    for secret in ("annika", "headphones", "not ours", "Love"):
        assert secret.lower() not in report.lower()


def test_long_logs_are_cut_to_their_end(tmp_path):
    lines = "".join(f"line {number}\n" for number in range(60_000))
    (tmp_path / "melisma.log").write_text(lines, encoding="utf-8")
    report = build_report(facts={}, settings=Settings(), log_folder=tmp_path, scrubber=SCRUBBER)
    assert "line 59999\n" in report
    assert "line 1\n" not in report
    assert len(report) < MAX_LOG_BYTES + 10_000


def test_without_logs_there_is_still_a_report(tmp_path):
    report = build_report(
        facts={}, settings=Settings(), log_folder=tmp_path / "none", scrubber=SCRUBBER
    )
    assert report.startswith("Melisma problem report")


def test_a_report_is_written_whole_or_refused_in_one_sentence(tmp_path):
    write_report(tmp_path / "report.txt", "äöü\n")
    assert (tmp_path / "report.txt").read_text(encoding="utf-8") == "äöü\n"
    with pytest.raises(ReportError, match="cannot be written") as caught:
        write_report(tmp_path / "none" / "report.txt", "x")
    assert "\n" not in str(caught.value)


def test_the_users_own_name_is_found(monkeypatch):
    monkeypatch.setattr("getpass.getuser", lambda: "annika")
    monkeypatch.setattr("platform.node", lambda: "studio-7.example")
    assert Scrubber().scrub("annika@studio-7") == "<name>@<name>"


def test_collecting_needs_no_window():
    code = "import sys, app.problem_report; print('PySide6' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
