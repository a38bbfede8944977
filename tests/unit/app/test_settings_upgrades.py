"""Files of older versions are brought up step by step."""

from __future__ import annotations

import pytest

from app.settings_upgrades import FORMAT_VERSION, UPGRADES, upgraded

STEPS = (
    (1, 2, lambda raw: {**raw, "audio": {"buffer_ms": raw["audio"]["buffer_s"] * 1000}}),
    (2, 3, lambda raw: {**raw, "general": {"theme": "dark"}}),
)


def test_steps_are_taken_in_order_and_leave_the_source_alone():
    old = {"format_version": 1, "audio": {"buffer_s": 0.1}, "new": [1]}
    assert upgraded(old, target=3, upgrades=STEPS) == {
        "format_version": 3,
        "audio": {"buffer_ms": 100.0},
        "general": {"theme": "dark"},
        "new": [1],
    }
    assert old == {"format_version": 1, "audio": {"buffer_s": 0.1}, "new": [1]}


def test_todays_file_is_not_touched():
    assert upgraded({"format_version": FORMAT_VERSION, "a": 1}) == {
        "format_version": FORMAT_VERSION,
        "a": 1,
    }


def test_a_gap_between_the_steps_is_found():
    with pytest.raises(LookupError, match="no upgrade from version 2"):
        upgraded({"format_version": 1, "audio": {"buffer_s": 1}}, target=3, upgrades=STEPS[:1])


def test_every_older_version_leads_to_today():
    assert [(start, end) for start, end, _ in UPGRADES] == [
        (version, version + 1) for version in range(1, FORMAT_VERSION)
    ]


def test_one_provider_becomes_one_for_each_family_and_short_buffers_what_they_were():
    old = {
        "format_version": 1,
        "rendering": {"provider": "cuda", "n_threads": 2},
        "audio": {"buffer_ms": 60},
    }
    new = upgraded(old)
    assert new["audio"] == {"buffer_ms": 100}
    assert new["rendering"]["n_threads"] == 2
    assert new["rendering"]["acoustic_provider"] == "cuda"
    assert "provider" not in new["rendering"]
    assert upgraded({"format_version": 1, "audio": 3, "rendering": []})["audio"] == 3
