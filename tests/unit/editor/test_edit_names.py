"""Every edit has a name that a history can show."""

from __future__ import annotations

import pytest

from editor.edit_names import PARAMETERS, shown_name
from engine.types import Parameter
from tests.unit.editor.all_edits import EDITS, with_more_in_it
from tests.unit.editor.edits.test_edit import run
from tests.unit.editor.songs import song


@pytest.mark.parametrize("name", sorted(EDITS))
def test_every_kind_of_edit_has_a_name_for_people(name):
    for a, b in ((0, 1), (3, 200), (1000, 900)):
        for edit in run(with_more_in_it(song()), [(name, a, b)]):
            shown = shown_name(edit.name)
            assert shown != edit.name
            assert shown[0].isupper()
            assert "{" not in shown


def test_edits_of_curves_bear_the_parameter():
    assert set(PARAMETERS) == set(Parameter)
    assert shown_name(f"draw {Parameter.TONE_SHIFT}") == "Draw: tone shift"
    assert shown_name("move notes") == "Move notes"


def test_a_name_of_later_is_shown_as_it_is():
    assert shown_name("draw conclusions") == "draw conclusions"
