"""Which lanes are shown, how high, and which are folded: a value, and its text for settings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from engine.types import Parameter

LANE_PX = 112
MIN_LANE_PX, MAX_LANE_PX = 40, 600
FOLDED_PX = 24
_FOLDED, _NONE = "folded", "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """A lane; ``height_px`` is what it has while it is open and there is room."""

    parameter: Parameter
    height_px: int = LANE_PX
    is_folded: bool = False


LaneStack = tuple[Lane, ...]  # from above; a parameter has one lane at most


def lanes_of(parameters: Sequence[Parameter], known: LaneStack = ()) -> LaneStack:
    """Lanes of some parameters; those that are known keep their heights."""
    shapes = {lane.parameter: lane for lane in known}
    return tuple(shapes.get(name, Lane(parameter=name)) for name in dict.fromkeys(parameters))


def default_lanes(heard: Sequence[Parameter], predicted: frozenset[Parameter]) -> LaneStack:
    """The two lanes that say most about a voice."""
    wished = (
        Parameter.BREATHINESS,
        Parameter.TENSION,
        Parameter.ENERGY,
        Parameter.VOICING,
        Parameter.DYNAMICS,
        Parameter.GENDER,
    )
    there = [name for name in wished if name in heard]
    there.sort(key=lambda name: name not in predicted)  # stable: predicted ones come first
    chosen = there[:2]
    return lanes_of([name for name in wished if name in chosen])


def with_parameter(stack: LaneStack, old: Parameter, new: Parameter) -> LaneStack:
    """Another parameter in a lane's place; where that one has a lane, the two change places."""
    swapped = {old: new, new: old}
    return tuple(
        replace(lane, parameter=swapped.get(lane.parameter, lane.parameter)) for lane in stack
    )


def with_lane(stack: LaneStack, parameter: Parameter, after: Parameter | None = None) -> LaneStack:
    """One more lane, below another one or at the end; one that is there is opened instead."""
    if any(lane.parameter is parameter for lane in stack):
        return folded(stack, parameter, is_folded=False)
    index = next((i + 1 for i, lane in enumerate(stack) if lane.parameter is after), len(stack))
    return (*stack[:index], Lane(parameter=parameter), *stack[index:])


def without_lane(stack: LaneStack, parameter: Parameter) -> LaneStack:
    """One lane less."""
    return tuple(lane for lane in stack if lane.parameter is not parameter)


def folded(stack: LaneStack, parameter: Parameter, *, is_folded: bool) -> LaneStack:
    """A lane folded to its header, or opened."""
    return tuple(
        replace(lane, is_folded=is_folded) if lane.parameter is parameter else lane
        for lane in stack
    )


def resized(stack: LaneStack, parameter: Parameter, height_px: int) -> LaneStack:
    """A lane of another height; that opens it. Below half of the least height it folds."""
    if height_px < MIN_LANE_PX // 2 + FOLDED_PX // 2:
        return folded(stack, parameter, is_folded=True)
    height_px = max(MIN_LANE_PX, min(MAX_LANE_PX, height_px))
    return tuple(
        replace(lane, height_px=height_px, is_folded=False) if lane.parameter is parameter else lane
        for lane in stack
    )


def heights_px(stack: LaneStack, room_px: int) -> list[int]:
    """Heights in a room: open lanes give way in proportion, down to the least height."""
    wanted = [FOLDED_PX if lane.is_folded else lane.height_px for lane in stack]
    excess_px = sum(wanted) - room_px
    spare_px = sum(
        w - MIN_LANE_PX for w, lane in zip(wanted, stack, strict=True) if not lane.is_folded
    )
    if excess_px <= 0 or spare_px <= 0:
        return wanted
    kept = max(0.0, 1.0 - excess_px / spare_px)
    return [
        w if lane.is_folded else MIN_LANE_PX + int((w - MIN_LANE_PX) * kept)
        for w, lane in zip(wanted, stack, strict=True)
    ]


def to_text(stack: LaneStack) -> str:
    """Lanes as settings keep them, such as ``breathiness:112 tension:80:folded``, or ``none``."""
    return (
        _NONE
        if not stack
        else " ".join(
            f"{lane.parameter}:{lane.height_px}" + (f":{_FOLDED}" if lane.is_folded else "")
            for lane in stack
        )
    )


def from_text(text: str) -> LaneStack | None:
    """Lanes out of a text without what cannot be one; None where nobody has chosen any yet."""
    lanes: dict[Parameter, Lane] = {}
    known = {str(name): name for name in Parameter if name is not Parameter.PITCH}
    for word in text.split():
        name, _, rest = word.partition(":")
        height, _, state = rest.partition(":")
        is_height = height.isascii() and height.isdigit() and len(height) < 6
        if name in known and is_height:
            lanes[known[name]] = Lane(
                parameter=known[name],
                height_px=max(MIN_LANE_PX, min(MAX_LANE_PX, int(height))),
                is_folded=state == _FOLDED,
            )
    return tuple(lanes.values()) if lanes or text.strip() == _NONE else None
