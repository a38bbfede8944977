"""Records of a journal: whole or not there."""

from __future__ import annotations

import io
import json
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.formats import records
from editor.formats.records import (
    FILE_HEAD,
    FIRST_CHECKSUM,
    NewerJournal,
    encode_record,
    pack_body,
    read_records,
    unpack_body,
)


def file_of(*bodies: bytes) -> bytes:
    content, checksum = FILE_HEAD, FIRST_CHECKSUM
    for index, body in enumerate(bodies):
        record, checksum = encode_record(
            {"name": f"é{index}"}, body, time_s=float(index), checksum=checksum
        )
        content += record
    return content


def read(content: bytes):
    return list(read_records(io.BytesIO(content)))


def test_records_come_back_in_order_with_their_places():
    content = file_of(b"one", b"", b"three" * 1000)
    found = read(content)
    assert [r.body for r in found] == [b"one", b"", b"three" * 1000]
    assert [r.about["name"] for r in found] == ["é0", "é1", "é2"]
    assert [r.time_s for r in found] == [0.0, 1.0, 2.0]
    assert found[-1].end == len(content)


def test_a_file_cut_at_any_byte_gives_the_whole_records_before():
    content = file_of(b"one", b"two", b"three")
    ends = [r.end for r in read(content)]
    for length in range(len(FILE_HEAD), len(content) + 1):
        assert len(read(content[:length])) == sum(end <= length for end in ends)


@given(place=st.integers(0), bit=st.integers(0, 7))
def test_a_flipped_bit_ends_the_journal_before_it(place, bit):
    content = bytearray(file_of(b"one", b"two", b"three"))
    ends = [r.end for r in read(bytes(content))]
    place = len(FILE_HEAD) + place % (len(content) - len(FILE_HEAD))
    content[place] ^= 1 << bit
    assert len(read(bytes(content))) == sum(end <= place for end in ends)


def test_a_record_of_another_place_is_none():
    content = file_of(b"one", b"two")
    first, second = read(content)
    assert len(read(content + content[first.end : second.end])) == 2
    assert read(FILE_HEAD + content[first.end :]) == []


@given(content=st.binary(max_size=200))
def test_any_bytes_behind_the_last_record_are_no_record(content):
    assert len(read(file_of(b"one") + content)) == 1


@pytest.mark.parametrize("content", [b"", b"MELJ", b"RIFF" * 9, bytes(40)])
def test_another_file_is_no_journal(content):
    with pytest.raises(ValueError, match="no journal"):
        read(content)


def test_a_newer_journal_says_so():
    with pytest.raises(NewerJournal, match="newer"):
        read(FILE_HEAD[:-4] + struct.pack("<I", 99))


def test_a_record_that_is_too_large_is_not_written(monkeypatch):
    monkeypatch.setattr(records, "MAX_BODY_BYTES", 10)
    with pytest.raises(ValueError, match="larger"):
        encode_record({}, bytes(11), time_s=0.0, checksum=b"")


def test_bodies_come_back():
    arrays = {"a": b"\0\1", "b": b"", "c": bytes(5000)}
    assert unpack_body(pack_body({"x": [1, "é"]}, arrays)) == ({"x": [1, "é"]}, arrays)


def test_a_body_that_unpacks_to_too_much_is_refused(monkeypatch):
    body = pack_body({"x": "y" * 900}, {"a": bytes(5000)})
    for name in ("MAX_TEXT_BYTES", "MAX_UNPACKED_BYTES"):
        with monkeypatch.context() as patch:
            patch.setattr(records, name, 700)
            with pytest.raises(ValueError, match="than a journal holds"):
                unpack_body(body)
            with pytest.raises(ValueError, match="than a journal holds"):
                pack_body({"x": "y" * 900}, {"a": bytes(5000)})


def test_an_array_longer_than_its_body_is_refused():
    text = json.dumps({"song": {}, "arrays": {"a": 5}}).encode()
    with pytest.raises(ValueError, match="array"):
        unpack_body(zlib.compress(struct.pack("<I", len(text)) + text + b"1234"))


@given(content=st.binary(max_size=60), is_packed=st.booleans())
def test_any_other_body_is_refused(content, is_packed):
    with pytest.raises((ValueError, TypeError, LookupError, AttributeError)):
        unpack_body(zlib.compress(content) if is_packed else content)
