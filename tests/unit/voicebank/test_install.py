"""Voicebanks are put in place whole or not at all; packages of strangers stay in their folder."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import Cancelled, EngineError, VoicebankError
from engine.voicebank.install import install, remove, sweep
from engine.voicebank.package import read_package
from engine.voicebank.scan import find_banks
from tests.text_bank import make_text_bank


@pytest.fixture
def bank(tmp_path):
    return make_text_bank(tmp_path / "from" / "Ona")


@pytest.fixture
def voices(tmp_path):
    return tmp_path / "voices"


class OldInfo(zipfile.ZipInfo):
    """A name in the encoding of its maker's system, without a word about it."""

    encoding = "cp932"

    def _encodeFilenameFlags(self):
        return self.filename.encode(self.encoding), self.flag_bits & ~0x800


def packed(path: Path, files: dict[str, bytes], *, encoding: str | None = None) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            info = zipfile.ZipInfo(name) if encoding is None else OldInfo(name)
            info.compress_type = zipfile.ZIP_DEFLATED
            if isinstance(info, OldInfo):
                info.encoding = encoding
            archive.writestr(info, content)
    return path


def files_of(bank: Path, prefix: str = "") -> dict[str, bytes]:
    return {
        prefix + path.relative_to(bank).as_posix(): path.read_bytes()
        for path in sorted(bank.rglob("*"))
        if path.is_file()
    }


def test_a_folder_is_installed_and_found(bank, voices):
    told = []
    folder = install(
        read_package(bank), voices, progress=lambda done, whole: told.append((done, whole))
    )
    assert folder == voices / "Ona"
    assert files_of(folder) == files_of(bank)
    assert told[-1][0] == told[-1][1] > 0
    banks, problems = find_banks([voices])
    assert [found.id for found in banks] == ["Ona"]
    assert not problems


@pytest.mark.parametrize("prefix", ["", "Ona/", "pack/voices/Ona/"])
def test_an_archive_is_installed_however_deep_its_bank_lies(bank, voices, tmp_path, prefix):
    archive = packed(tmp_path / "Ona.zip", files_of(bank, prefix) | {"readme.txt": b"hello"})
    folder = install(read_package(archive), voices)
    assert folder == voices / "Ona"
    assert (folder / "character.txt").is_file()


def test_banks_that_share_files_above_them_keep_their_places(bank, voices, tmp_path):
    files = files_of(bank, "one/") | {"shared/model.onnx": b"x"}
    archive = packed(tmp_path / "Two.zip", files)
    folder = install(read_package(archive), voices)
    assert (folder / ".." / "shared" / "model.onnx").resolve().is_file()


@pytest.mark.parametrize(("encoding", "name"), [("cp932", "音名"), ("gbk", "声库测试")])
def test_names_in_old_encodings_are_read(bank, voices, tmp_path, encoding, name):
    archive = packed(tmp_path / "x.zip", files_of(bank, f"{name}/"), encoding=encoding)
    assert read_package(archive).roots[0].name == name


@pytest.mark.parametrize(
    "name", ["../evil", "a/../../evil", "/etc/evil", "..\\evil", "C:\\evil", "a\x01b", "a//b"]
)
def test_a_path_that_leaves_its_folder_is_refused(bank, voices, tmp_path, name):
    archive = packed(tmp_path / "x.zip", files_of(bank, "Ona/") | {name: b"x"})
    with pytest.raises(VoicebankError) as caught:
        install(read_package(archive), voices)
    assert caught.value.code == "path-escape"
    assert not voices.exists()


def test_a_link_is_refused(bank, tmp_path, voices):
    archive = packed(tmp_path / "x.zip", files_of(bank))
    with zipfile.ZipFile(archive, "a") as more:
        link = zipfile.ZipInfo("model.onnx")
        link.external_attr = 0o120777 << 16
        more.writestr(link, "/etc/passwd")
    with pytest.raises(VoicebankError, match="link"):
        read_package(archive)
    (bank / "model.onnx").symlink_to("/etc/hostname")
    with pytest.raises(VoicebankError) as caught:
        read_package(bank)
    assert caught.value.code == "path-escape"


def test_a_bomb_is_refused_before_anything_is_written(bank, tmp_path, voices):
    archive = packed(tmp_path / "x.zip", files_of(bank) | {"zeros": bytes(64 << 20)})
    with pytest.raises(VoicebankError) as caught:
        read_package(archive)
    assert caught.value.code == "package-bomb"


def test_what_is_no_bank_is_told(tmp_path):
    archive = packed(tmp_path / "x.zip", {"song.txt": b"la"})
    with pytest.raises(VoicebankError) as caught:
        read_package(archive)
    assert caught.value.code == "no-voicebank"
    (tmp_path / "y.zip").write_bytes(b"PK nothing")
    with pytest.raises(VoicebankError) as caught:
        read_package(tmp_path / "y.zip")
    assert caught.value.code == "unreadable-package"


def test_a_voice_that_is_there_stays_unless_it_is_to_be_replaced(bank, voices):
    install(read_package(bank), voices)
    (bank / "new.txt").write_text("new")
    with pytest.raises(VoicebankError) as caught:
        install(read_package(bank), voices)
    assert caught.value.code == "voice-exists"
    assert not (voices / "Ona" / "new.txt").exists()
    folder = install(read_package(bank), voices, replace=True)
    assert (folder / "new.txt").exists()


def test_a_cancelled_installation_leaves_nothing(bank, voices):
    def stop() -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        install(read_package(bank), voices, check_cancel=stop)
    assert list(voices.iterdir()) == []


def test_a_broken_bank_is_not_installed(bank, voices):
    (bank / "dsconfig.yaml").write_text("hidden_size: [")
    with pytest.raises(VoicebankError):
        install(read_package(bank), voices)
    assert list(voices.iterdir()) == []


def test_what_was_cut_off_is_not_seen_and_is_swept(bank, voices):
    make_text_bank(voices / ".installing-abc" / "voice")
    assert find_banks([voices]) == ([], [])
    sweep(voices)
    assert list(voices.iterdir()) == []


def test_only_what_lies_in_the_folder_of_voices_is_removed(bank, voices):
    folder = install(read_package(bank), voices)
    with pytest.raises(VoicebankError) as caught:
        remove(bank, voices)
    assert caught.value.code == "not-ours"
    with pytest.raises(VoicebankError):
        remove(voices, voices)
    remove(folder, voices)
    assert list(voices.iterdir()) == []
    assert bank.is_dir()


@given(content=st.binary(max_size=300), cut=st.integers(0, 400))
def test_damaged_archives_are_refused_with_our_error(tmp_path_factory, content, cut):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("dsconfig.yaml", "hidden_size: 4")
        archive.writestr("character.txt", "name=x")
    raw = buffer.getvalue()
    raw = raw[:cut] + content + raw[cut:]
    folder = tmp_path_factory.mktemp("zip")
    path = folder / "x.zip"
    path.write_bytes(raw)
    # Whatever it is, it is either a bank that can be read or an error of ours.
    with suppress(EngineError):
        install(read_package(path), folder / "voices")
