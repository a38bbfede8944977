"""Surgery on exported graphs: join parts, sampler loop, noise nodes, small tables.

Noise is drawn by nodes named ``melisma_noise`` at the top level of a graph,
never inside a loop, so that a loader can replace the node's output by an
input of the same shape: [1, T, 128] acoustic, [1, T] pitch, [1, T, 3]
variance, [1, T * 512] vocoder.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import onnx
from onnx import GraphProto, ModelProto, NodeProto, TensorProto, helper, numpy_helper

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

NOISE = "melisma_noise"
OPSET = 17
IR_VERSION = 8


def rename(graph: GraphProto, prefix: str, kept: Mapping[str, str]) -> None:
    """Give every value and node of a graph a prefix, except those in ``kept``.

    Parameters
    ----------
    graph : GraphProto, changed in place; without subgraphs
    prefix : str
    kept : old name to new name
    """

    def new(name: str) -> str:
        return kept.get(name, prefix + name) if name else name

    for node in graph.node:
        node.name = prefix + node.name
        node.input[:] = [new(name) for name in node.input]
        node.output[:] = [new(name) for name in node.output]
    for tensor in graph.initializer:
        tensor.name = new(tensor.name)
    for value in (*graph.input, *graph.output):
        value.name = new(value.name)
    del graph.value_info[:]


def constant(name: str, values: NDArray[np.generic]) -> TensorProto:
    """Initializer of a numpy array."""
    return numpy_helper.from_array(np.asarray(values), name)


def noise_like(reference: str, index: int = 0) -> NodeProto:
    """Top-level node that draws normal noise in the shape of a value."""
    name = NOISE if index == 0 else f"{NOISE}_{index}"
    return helper.make_node("RandomNormalLike", [reference], [name], name, dtype=TensorProto.FLOAT)


def noise_as_input(model: ModelProto) -> ModelProto:
    """Copy of a model with its noise nodes turned into float inputs."""
    copy = ModelProto()
    copy.CopyFrom(model)
    for node in list(copy.graph.node):
        if node.name.startswith(NOISE):
            copy.graph.node.remove(node)
            value = helper.make_tensor_value_info(node.output[0], TensorProto.FLOAT, None)
            copy.graph.input.append(value)
    return copy


@dataclass(frozen=True)
class SamplerParts:
    """Three graphs around a sampler.

    ``head`` gives ``guess`` and what the others need; ``velocity`` takes
    ``x``, ``time`` and outputs of the head; ``tail`` turns ``x`` into the
    model's outputs and may use inputs and outputs of the head.
    """

    head: ModelProto
    velocity: ModelProto
    tail: ModelProto
    earliest: float
    has_depth: bool


def join_sampler(parts: SamplerParts) -> ModelProto:
    """One graph that samples in a loop of ``steps`` Euler steps.

    At depth 0 the loop runs no step and the guess passes unchanged.

    Source: contract 2.8; the start is ``max(1 - depth, earliest)``.
    """
    head = parts.head.graph
    inputs = list(head.input)
    known = {value.name for value in (*head.input, *head.output)}
    nodes = list(head.node)
    constants = list(head.initializer)

    steps = helper.make_tensor_value_info("steps", TensorProto.INT64, [])
    depth = helper.make_tensor_value_info("depth", TensorProto.FLOAT, [])
    constants += [
        constant("sampler_one", np.array([1.0], np.float32)),
        constant("sampler_earliest", np.array([parts.earliest], np.float32)),
        constant("sampler_shape", np.array([1], np.int64)),
    ]
    make = helper.make_node
    nodes.append(make("Reshape", ["steps", "sampler_shape"], ["sampler_steps"], "sampler_steps"))
    if parts.has_depth:
        nodes += [
            make("Reshape", ["depth", "sampler_shape"], ["sampler_depth"], "sampler_depth"),
            make("Sub", ["sampler_one", "sampler_depth"], ["sampler_clean"], "sampler_clean"),
            make("Max", ["sampler_clean", "sampler_earliest"], ["sampler_late"], "sampler_late"),
            make("Min", ["sampler_late", "sampler_one"], ["sampler_start"], "sampler_start"),
        ]
    else:
        nodes.append(make("Identity", ["sampler_earliest"], ["sampler_start"], "sampler_start"))
    nodes += [
        noise_like("guess"),
        make("Sub", ["sampler_one", "sampler_start"], ["sampler_span"], "sampler_span"),
        make("Mul", ["guess", "sampler_start"], ["sampler_kept"], "sampler_kept"),
        make("Mul", [NOISE, "sampler_span"], ["sampler_added"], "sampler_added"),
        make("Add", ["sampler_kept", "sampler_added"], ["sampler_x"], "sampler_x"),
        make("Cast", ["sampler_steps"], ["sampler_count"], "sampler_count", to=TensorProto.FLOAT),
        make("Div", ["sampler_span", "sampler_count"], ["sampler_step"], "sampler_step"),
        make("Less", ["sampler_start", "sampler_one"], ["sampler_less"], "sampler_less"),
        make("Squeeze", ["sampler_less"], ["sampler_runs"], "sampler_runs"),
        make(
            "Loop",
            ["sampler_steps", "sampler_runs", "sampler_x"],
            ["x"],
            "sampler_loop",
            body=_loop_body(parts.velocity, known),
        ),
    ]
    tail = parts.tail.graph
    outputs = {value.name: value.name for value in tail.output}
    rename(tail, "tail/", {**{name: name for name in known}, "x": "x", **outputs})
    nodes += list(tail.node)
    constants += list(tail.initializer)
    inputs += [depth, steps] if parts.has_depth else [steps]
    graph = helper.make_graph(nodes, "melisma", inputs, list(tail.output), constants)
    return finish(graph)


def _loop_body(velocity: ModelProto, outer: set[str]) -> GraphProto:
    body = velocity.graph
    rename(body, "velocity/", {**{name: name for name in outer}, "x": "loop_x"})
    make = helper.make_node
    nodes = [
        make("Cast", ["loop_index"], ["loop_number"], "loop_number", to=TensorProto.FLOAT),
        make("Mul", ["loop_number", "sampler_step"], ["loop_elapsed"], "loop_elapsed"),
        make("Add", ["loop_elapsed", "sampler_start"], ["velocity/time"], "loop_time"),
        *body.node,
        make("Mul", ["velocity/velocity", "sampler_step"], ["loop_change"], "loop_change"),
        make("Add", ["loop_x", "loop_change"], ["loop_next"], "loop_next"),
        make("Identity", ["loop_runs"], ["loop_goes_on"], "loop_goes_on"),
    ]
    return helper.make_graph(
        nodes,
        "sampler_step",
        [
            helper.make_tensor_value_info("loop_index", TensorProto.INT64, []),
            helper.make_tensor_value_info("loop_runs", TensorProto.BOOL, []),
            helper.make_tensor_value_info("loop_x", TensorProto.FLOAT, None),
        ],
        [
            helper.make_tensor_value_info("loop_goes_on", TensorProto.BOOL, []),
            helper.make_tensor_value_info("loop_next", TensorProto.FLOAT, None),
        ],
        list(body.initializer),
    )


def draw_noise_inside(model: ModelProto, input_name: str, frames: str, hop: int) -> ModelProto:
    """Replace an input [1, T * hop] by a noise node.

    Parameters
    ----------
    model : ModelProto
    input_name : str
    frames : str
        A float value of shape [1, T].
    hop : int
        Samples per frame.
    """
    graph = model.graph
    inputs = [value for value in graph.input if value.name != input_name]
    for node in graph.node:
        node.input[:] = [NOISE if name == input_name else name for name in node.input]
    make = helper.make_node
    first = [
        make("Unsqueeze", [frames, "noise_axis"], ["noise_column"], "noise_column"),
        make("Expand", ["noise_column", "noise_hop"], ["noise_grid"], "noise_grid"),
        make("Reshape", ["noise_grid", "noise_flat"], ["noise_shape"], "noise_shape"),
        noise_like("noise_shape"),
    ]
    constants = [
        *graph.initializer,
        constant("noise_axis", np.array([2], np.int64)),
        constant("noise_hop", np.array([1, 1, hop], np.int64)),
        constant("noise_flat", np.array([1, -1], np.int64)),
    ]
    nodes = [*first, *graph.node]
    return finish(helper.make_graph(nodes, "melisma", inputs, list(graph.output), constants))


@dataclass(frozen=True)
class WaveTable:
    """A matrix ``wave(2 pi * row * column / period)`` that a graph can compute."""

    is_cosine: bool
    rows: NDArray[np.int64]
    columns: NDArray[np.int64]
    period: int

    def values(self) -> NDArray[np.float32]:
        """The matrix, float32 [rows, columns]."""
        angle = np.outer(self.rows, self.columns) % self.period * (2.0 * np.pi / self.period)
        return (np.cos(angle) if self.is_cosine else np.sin(angle)).astype(np.float32)


def shrink_wave_tables(model: ModelProto, tables: Sequence[WaveTable]) -> ModelProto:
    """Replace stored DFT matrices by a look-up in one period, bit for bit the same.

    Parameters
    ----------
    model : ModelProto
    tables : matrices to look for
    """
    graph = model.graph
    wanted = [(table, table.values()) for table in tables]
    nodes: list[NodeProto] = []
    constants: list[TensorProto] = []
    count = 0
    replaced: set[str] = set()
    stored = [(t.name, t) for t in graph.initializer]
    for node in graph.node:
        if node.op_type == "Constant":
            stored += [(node.output[0], a.t) for a in node.attribute if a.name == "value"]
    for name, tensor in stored:
        if len(tensor.dims) != 2 or np.prod(tensor.dims) < 4096:
            continue
        values = numpy_helper.to_array(tensor)
        for table, expected in wanted:
            if values.shape == expected.shape and np.array_equal(values, expected):
                nodes += _look_up(table, name, count, constants)
                replaced.add(name)
                count += 1
                break
    for tensor in graph.initializer:
        if tensor.name not in replaced:
            constants.append(tensor)
    for node in graph.node:
        if not (node.op_type == "Constant" and node.output[0] in replaced):
            nodes.append(node)
    inputs, outputs = list(graph.input), list(graph.output)
    return finish(helper.make_graph(nodes, "melisma", inputs, outputs, constants))


def _look_up(
    table: WaveTable, output: str, number: int, constants: list[TensorProto]
) -> list[NodeProto]:
    prefix = f"wave_{number}"
    step = np.arange(table.period) * (2.0 * np.pi / table.period)
    wave = (np.cos(step) if table.is_cosine else np.sin(step)).astype(np.float32)
    constants += [
        constant(f"{prefix}_rows", table.rows.reshape(-1, 1).astype(np.int64)),
        constant(f"{prefix}_columns", table.columns.reshape(1, -1).astype(np.int64)),
        constant(f"{prefix}_period", np.array(table.period, np.int64)),
        constant(f"{prefix}_values", wave),
    ]
    make = helper.make_node
    return [
        make("Mul", [f"{prefix}_rows", f"{prefix}_columns"], [f"{prefix}_product"], prefix + "_a"),
        make("Mod", [f"{prefix}_product", f"{prefix}_period"], [f"{prefix}_index"], prefix + "_b"),
        make("Gather", [f"{prefix}_values", f"{prefix}_index"], [output], prefix + "_c"),
    ]


def finish(graph: GraphProto) -> ModelProto:
    """Wrap a graph as a model of the bank's opset and check it."""
    model = helper.make_model(
        graph,
        opset_imports=[helper.make_opsetid("", OPSET)],
        producer_name="melisma",
        ir_version=IR_VERSION,
    )
    onnx.checker.check_model(model)
    return model
