"""A mix of colours is always whole, whatever share is moved."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.model.segments import make_segment
from editor.panels.colour_shares import shares_of, with_share
from engine.types import ColourWeight

NAMES = ("dusk", "clear", "power")


def test_what_nothing_asks_for_goes_to_the_first_by_name():
    assert shares_of((), NAMES) == {"dusk": 0.0, "clear": 1.0, "power": 0.0}
    mix = (ColourWeight(colour="dusk", weight=0.25),)
    assert shares_of(mix, NAMES) == {"dusk": 0.25, "clear": 0.75, "power": 0.0}


def test_the_others_give_in_proportion():
    mix = tuple(
        ColourWeight(colour=n, weight=w) for n, w in zip(NAMES, (0.2, 0.6, 0.2), strict=True)
    )
    moved = shares_of(with_share(mix, NAMES, "dusk", 0.6), NAMES)
    assert moved == pytest.approx({"dusk": 0.6, "clear": 0.3, "power": 0.1})


def test_a_drawn_share_stays_drawn():
    drawn = ColourWeight(colour="power", curve=(make_segment([0, 480], [0.0, 1.0]),))
    moved = with_share((drawn,), NAMES, "dusk", 0.5)
    assert drawn in moved
    assert [item.colour for item in moved].count("power") == 1


@given(
    st.lists(st.floats(0, 2), min_size=3, max_size=3),
    st.sampled_from(NAMES),
    st.floats(0.0, 1.0),
)
def test_shares_are_one_together(weights, name, share):
    mix = tuple(ColourWeight(colour=n, weight=w) for n, w in zip(NAMES, weights, strict=True))
    moved = shares_of(with_share(mix, NAMES, name, share), NAMES)
    assert sum(moved.values()) == pytest.approx(1.0)
    assert moved[name] == pytest.approx(share, abs=1e-3)
