"""Shares of a voice's colours, as a mix that is whole. No Qt."""

from __future__ import annotations

from collections.abc import Sequence

from engine.types import ColourWeight


def shares_of(colours: Sequence[ColourWeight], names: Sequence[str]) -> dict[str, float]:
    """Share of each colour as it is sung, 0..1, their sum is 1; drawn mixes are not counted.

    What no colour asks for goes to the first by name, as the engine does it.
    """
    shares = dict.fromkeys(names, 0.0)
    for item in colours:
        if item.colour in shares and not item.curve:
            shares[item.colour] = min(1.0, max(0.0, item.weight))
    total = sum(shares.values())
    if total > 1.0:
        shares = {name: share / total for name, share in shares.items()}
    elif names:
        shares[min(names)] += 1.0 - total
    return shares


def with_share(
    colours: Sequence[ColourWeight], names: Sequence[str], name: str, share: float
) -> tuple[ColourWeight, ...]:
    """The mix with another share of one colour; the others give or take in proportion."""
    share = min(1.0, max(0.0, share))
    shares = shares_of(colours, names)
    others = {other: value for other, value in shares.items() if other != name}
    rest, total = 1.0 - share, sum(others.values())
    if total > 0.0:
        others = {other: value * rest / total for other, value in others.items()}
    elif others:
        others[min(others)] = rest
    drawn = tuple(item for item in colours if item.curve)
    found = {**others, name: share}
    return (
        *drawn,
        *(
            ColourWeight(colour=other, weight=round(found[other], 4))
            for other in names
            if found[other] > 0.0 and all(item.colour != other for item in drawn)
        ),
    )
