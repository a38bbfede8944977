"""A sound server of a test's own, whose null sink can be recorded."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest

RATE = 44100
ROOT = Path(__file__).resolve().parents[1]
PROGRAMS = ("pulseaudio", "parec")


@dataclass(frozen=True, slots=True, kw_only=True)
class SoundServer:
    environment: dict[str, str]
    process: subprocess.Popen

    @contextmanager
    def recording(self) -> Iterator[list[bytes]]:
        """Everything that the card gets, float32 in two channels."""
        command = ["parec", "--device=test.monitor", "--format=float32le", "--channels=2"]
        command += [f"--rate={RATE}", "--latency-msec=20"]
        recorder = subprocess.Popen(command, env=self.environment, stdout=subprocess.PIPE)
        chunks: list[bytes] = []

        def read() -> None:
            while chunk := os.read(recorder.stdout.fileno(), 1 << 16):
                chunks.append(chunk)

        thread = threading.Thread(target=read)
        thread.start()
        try:
            wait_until(lambda: bool(chunks))
            yield chunks
        finally:
            recorder.terminate()
            thread.join()
            recorder.wait()
            recorder.stdout.close()


def wait_until(condition, *, timeout_s: float = 10.0) -> None:
    deadline_s = time.monotonic() + timeout_s
    while not condition():
        assert time.monotonic() < deadline_s, "it did not come"
        time.sleep(0.02)


def heard(chunks: list[bytes]) -> np.ndarray:
    """What was recorded: float32 [shape=(n_samples, 2)]."""
    raw = b"".join(chunks)
    return np.frombuffer(raw[: len(raw) // 8 * 8], dtype=np.float32).reshape(-1, 2)


def why_no_sound_server() -> str:
    """What is not installed; empty where a server can be run."""
    missing = [name for name in PROGRAMS if shutil.which(name) is None]
    if missing:
        return f"not installed: {', '.join(missing)}"
    if not list(Path("/usr/lib").glob("*/alsa-lib/libasound_module_pcm_pulse.so")):
        return "ALSA's plugin for PulseAudio is not installed"
    return ""


@contextmanager
def run_sound_server(tmp_path: Path) -> Iterator[SoundServer]:
    """Skips the test where the programs are not installed."""
    if reason := why_no_sound_server():
        pytest.skip(reason)
    (tmp_path / ".asoundrc").write_text("pcm.!default pulse\nctl.!default pulse\n")
    with tempfile.TemporaryDirectory(prefix="melisma-") as runtime:  # a socket's path is short
        socket = Path(runtime) / "native"
        environment = {
            **os.environ,
            "HOME": str(tmp_path),
            "PULSE_RUNTIME_PATH": runtime,
            "PULSE_STATE_PATH": str(tmp_path),
            "PULSE_SERVER": f"unix:{socket}",
            "PYTHONPATH": str(ROOT),
        }
        environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
        sink = f"module-null-sink sink_name=test rate={RATE} format=float32le channels=2"
        command = ["pulseaudio", "-n", "--exit-idle-time=-1", "--daemonize=no"]
        command += ["--use-pid-file=no", "-L", "module-native-protocol-unix", "-L", sink]
        with (tmp_path / "pulseaudio.log").open("w") as log:
            process = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
            try:
                wait_until(socket.exists)
                yield SoundServer(environment=environment, process=process)
            finally:
                process.kill()
                process.wait()
