"""Random nodes of a model become inputs, so that every draw is ours (design section 4).

The bank's file is never changed: the rewritten graph lies in the cache folder under the digest of
the original's bytes. Each top-level random node becomes a flat input ``melisma_noise_<i>`` that
the graph cuts to the shape it needs, so any length that is long enough will do. Random nodes
inside loop and branch bodies stay; their number is reported.
"""

from __future__ import annotations

import json
import logging
import os
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from engine.errors import VoicebankError

log = logging.getLogger(__name__)

REWRITE_VERSION = 1
NOISE_PREFIX = "melisma_noise_"
_NORMAL = ("RandomNormal", "RandomNormalLike")
_UNIFORM = ("RandomUniform", "RandomUniformLike")


@dataclass(frozen=True, slots=True, kw_only=True)
class NoiseInput:
    """A flat float32 input of noise. ``n_values`` where the graph fixes it, else None.

    ``kind`` is ``normal`` (mean 0, deviation 1) or ``uniform`` (0..1); scale, mean and bounds of
    the original node stay in the graph.
    """

    name: str
    kind: str
    n_values: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeededModel:
    """Where the graph to open is, and the noise it wants."""

    path: Path  # the original when there was nothing to replace
    content: bytes | None  # the graph itself where no folder keeps it
    noise: tuple[NoiseInput, ...]
    n_unseeded: int  # random nodes in loop and branch bodies, which still draw by themselves


def seeded_model(path: Path, folder: Path | None, *, model_id: str) -> SeededModel:
    """The graph of ``path`` with its random nodes as inputs.

    Parameters
    ----------
    path : Path
        The bank's own file; not changed.
    folder : Path, optional
        Where the rewritten graph is kept. None, or a folder that cannot be written: in memory.
    model_id : str
        Digest of the bytes of ``path``.

    Raises
    ------
    VoicebankError
        When the file is no model or keeps its weights in other files.
    """
    if folder is not None:
        kept = _read_kept(path, folder, model_id)
        if kept is not None:
            return kept
    noise, content, n_unseeded = _rewrite(path)
    if n_unseeded:
        log.warning(
            "%s draws %d random values inside its loops, which no seed reaches: "
            "its result is pinned by the cache and the project.",
            path,
            n_unseeded,
        )
    if folder is not None and _keep(folder, model_id, noise, content, n_unseeded):
        content, target = None, _graph_path(folder, model_id) if noise else path
        return SeededModel(path=target, content=content, noise=noise, n_unseeded=n_unseeded)
    return SeededModel(path=path, content=content, noise=noise, n_unseeded=n_unseeded)


def _graph_path(folder: Path, model_id: str) -> Path:
    return folder / f"{model_id}-{REWRITE_VERSION}.onnx"


def _facts_path(folder: Path, model_id: str) -> Path:
    return folder / f"{model_id}-{REWRITE_VERSION}.json"


def _read_kept(path: Path, folder: Path, model_id: str) -> SeededModel | None:
    try:
        facts = json.loads(_facts_path(folder, model_id).read_text(encoding="utf-8"))
        noise = tuple(NoiseInput(**entry) for entry in facts["noise"])
        n_unseeded = int(facts["n_unseeded"])
        target = _graph_path(folder, model_id) if noise else path
        if noise and target.stat().st_size != facts["n_bytes"]:
            return None
    except (OSError, ValueError, KeyError, TypeError):
        return None  # not there, or damaged: made again
    return SeededModel(path=target, content=None, noise=noise, n_unseeded=n_unseeded)


def _keep(
    folder: Path,
    model_id: str,
    noise: tuple[NoiseInput, ...],
    content: bytes | None,
    n_unseeded: int,
) -> bool:
    facts = {
        "noise": [asdict(entry) for entry in noise],
        "n_unseeded": n_unseeded,
        "n_bytes": len(content or b""),
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if content is not None:
            _write_atomically(_graph_path(folder, model_id), content)
        # The facts come last: they vouch for the graph.
        _write_atomically(_facts_path(folder, model_id), json.dumps(facts).encode())
    except OSError as error:
        log.warning("Rewritten models cannot be kept in %s: %s", folder, error)
        return False
    return True


def _write_atomically(target: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=target.name, suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _rewrite(path: Path) -> tuple[tuple[NoiseInput, ...], bytes | None, int]:
    import onnx

    try:
        model = onnx.load(str(path), load_external_data=False)
    except Exception as error:
        raise VoicebankError(
            f"{path} is not an ONNX model or is damaged: install the voicebank again.",
            code="unreadable-model",
            path=path,
        ) from error
    graph = model.graph
    _refuse_external_weights(path, graph)
    n_unseeded = sum(_count_random(_bodies(node)) for node in graph.node)
    opset = next(
        (entry.version for entry in model.opset_import if entry.domain in ("", "ai.onnx")), 0
    )
    noise: list[NoiseInput] = []
    nodes: list[Any] = []
    for node in graph.node:
        if node.op_type in _NORMAL + _UNIFORM and node.domain in ("", "ai.onnx"):
            entry, replacement = _replacement(node, len(noise), opset)
            noise.append(entry)
            nodes.extend(replacement)
            graph.input.append(
                onnx.helper.make_tensor_value_info(entry.name, onnx.TensorProto.FLOAT, ["n"])
            )
        else:
            nodes.append(node)
    if not noise:
        return (), None, n_unseeded
    kept_nodes = [onnx.NodeProto.FromString(node.SerializeToString()) for node in nodes]
    del graph.node[:]
    graph.node.extend(kept_nodes)
    return tuple(noise), model.SerializeToString(), n_unseeded


def _replacement(node: Any, index: int, opset: int) -> tuple[NoiseInput, list[Any]]:
    """Nodes that cut, shape and scale a flat noise input in place of one random node."""
    import onnx
    from onnx import helper

    attributes = {entry.name: helper.get_attribute_value(entry) for entry in node.attribute}
    name = f"{NOISE_PREFIX}{index}"
    kind = "normal" if node.op_type in _NORMAL else "uniform"
    prefix = f"{name}/"
    nodes: list[Any] = []

    def constant(suffix: str, values: Any, dtype: int) -> str:
        array = onnx.numpy_helper.from_array(
            values.astype(helper.tensor_dtype_to_np_dtype(dtype)), prefix + suffix
        )
        nodes.append(helper.make_node("Constant", [], [prefix + suffix], value=array))
        return prefix + suffix

    import numpy as np

    n_values: int | None = None
    zero = constant("zero", np.array([0]), onnx.TensorProto.INT64)
    if node.op_type.endswith("Like"):
        shape = prefix + "shape"
        nodes.append(helper.make_node("Shape", [node.input[0]], [shape]))
        product = prefix + "product"
        nodes.append(helper.make_node("ReduceProd", [shape], [product], keepdims=1))
    else:
        sizes = np.array(list(attributes["shape"]), dtype=np.int64)
        n_values = int(sizes.prod())
        shape = constant("shape", sizes, onnx.TensorProto.INT64)
        product = constant("product", np.array([n_values]), onnx.TensorProto.INT64)
    nodes.append(helper.make_node("Slice", [name, zero, product, zero], [prefix + "cut"]))
    nodes.append(helper.make_node("Reshape", [prefix + "cut", shape], [prefix + "shaped"]))
    if kind == "normal":
        scale, shift = float(attributes.get("scale", 1.0)), float(attributes.get("mean", 0.0))
    else:
        low, high = float(attributes.get("low", 0.0)), float(attributes.get("high", 1.0))
        scale, shift = high - low, low
    value = prefix + "shaped"
    if scale != 1.0:
        factor = constant("scale", np.array(scale), onnx.TensorProto.FLOAT)
        nodes.append(helper.make_node("Mul", [value, factor], [prefix + "scaled"]))
        value = prefix + "scaled"
    if shift != 0.0:
        term = constant("shift", np.array(shift), onnx.TensorProto.FLOAT)
        nodes.append(helper.make_node("Add", [value, term], [prefix + "shifted"]))
        value = prefix + "shifted"
    dtype = int(attributes.get("dtype", 0))
    if dtype not in (0, onnx.TensorProto.FLOAT):
        nodes.append(helper.make_node("Cast", [value], [node.output[0]], to=dtype))
    elif dtype == 0 and node.op_type.endswith("Like") and opset >= 15:
        nodes.append(helper.make_node("CastLike", [value, node.input[0]], [node.output[0]]))
    else:
        nodes.append(helper.make_node("Identity", [value], [node.output[0]]))
    return NoiseInput(name=name, kind=kind, n_values=n_values), nodes


def _bodies(node: Any) -> list[Any]:
    graphs = []
    for attribute in node.attribute:
        if attribute.HasField("g"):
            graphs.append(attribute.g)
        graphs.extend(attribute.graphs)
    return graphs


def _count_random(graphs: list[Any]) -> int:
    count = 0
    for graph in graphs:
        for node in graph.node:
            count += node.op_type in _NORMAL + _UNIFORM
            count += _count_random(_bodies(node))
    return count


def _refuse_external_weights(path: Path, graph: Any) -> None:
    import onnx

    def tensors(part: Any) -> Any:
        yield from part.initializer
        for node in part.node:
            for attribute in node.attribute:
                if attribute.HasField("t"):
                    yield attribute.t
            for body in _bodies(node):
                yield from tensors(body)

    for tensor in tensors(graph):
        if tensor.data_location == onnx.TensorProto.EXTERNAL:
            # A path in a downloaded file may point anywhere, and the cache's key is this file.
            raise VoicebankError(
                f"{path} keeps its weights in other files, which is not supported: "
                "export the model as one file.",
                code="external-weights",
                path=path,
            )
