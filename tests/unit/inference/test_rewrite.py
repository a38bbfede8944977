from __future__ import annotations

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper

from engine.errors import VoicebankError
from engine.inference.cancel import CancelToken
from engine.inference.rewrite import seeded_model
from engine.inference.sessions import OnnxSessionHost
from tests.tiny_onnx_bank import save, value, vocoder

F = TensorProto.FLOAT


def run(path, feeds, folder=None):
    host = OnnxSessionHost(rewritten_folder=folder)
    handle = host.load(path)
    noise = {
        entry.name: np.linspace(0, 1, entry.n_values or 64, dtype=np.float32)
        for entry in handle.declaration.noise
    }
    return handle, host.run(handle, {**feeds, **noise}, CancelToken())


def test_noise_is_cut_to_any_shape_and_scaled(tmp_path):
    node = helper.make_node("RandomNormalLike", ["x"], ["y"], mean=10.0, scale=2.0)
    shape = ["a", "b", 3]
    save(tmp_path / "m.onnx", [node], [value("x", F, shape)], [value("y", F, shape)], [])
    for sizes in ((1, 4, 3), (2, 2, 3), (1, 1, 3)):
        _, outputs = run(tmp_path / "m.onnx", {"x": np.zeros(sizes, np.float32)})
        count = int(np.prod(sizes))
        drawn = np.linspace(0, 1, 64, dtype=np.float32)[:count].reshape(sizes)
        np.testing.assert_allclose(outputs["y"], 10.0 + 2.0 * drawn, rtol=1e-6)


def test_uniform_noise_of_a_fixed_shape_keeps_its_bounds(tmp_path):
    node = helper.make_node("RandomUniform", [], ["r"], low=-1.0, high=3.0, shape=[1, 5])
    add = helper.make_node("Add", ["x", "r"], ["y"])
    save(tmp_path / "m.onnx", [node, add], [value("x", F, [1, 5])], [value("y", F, [1, 5])], [])
    handle, outputs = run(tmp_path / "m.onnx", {"x": np.zeros((1, 5), np.float32)})
    (entry,) = handle.declaration.noise
    assert (entry.kind, entry.n_values) == ("uniform", 5)
    np.testing.assert_allclose(outputs["y"][0], [-1, 0, 1, 2, 3], atol=1e-6)


def test_the_original_file_is_not_changed(tmp_path):
    vocoder(tmp_path / "v.onnx")
    before = (tmp_path / "v.onnx").read_bytes()
    OnnxSessionHost(rewritten_folder=tmp_path / "seeded").load(tmp_path / "v.onnx")
    assert (tmp_path / "v.onnx").read_bytes() == before
    assert list((tmp_path / "seeded").glob("*.onnx"))
    assert not list((tmp_path / "seeded").glob("*.tmp"))


def test_a_kept_graph_is_used_again_and_a_damaged_one_is_made_anew(tmp_path):
    vocoder(tmp_path / "v.onnx")
    folder = tmp_path / "seeded"
    first = seeded_model(tmp_path / "v.onnx", folder, model_id="id")
    stamp = first.path.stat().st_mtime_ns
    assert seeded_model(tmp_path / "v.onnx", folder, model_id="id") == first
    assert first.path.stat().st_mtime_ns == stamp
    content = first.path.read_bytes()
    first.path.write_bytes(content[:-5])
    assert seeded_model(tmp_path / "v.onnx", folder, model_id="id") == first
    assert first.path.read_bytes() == content
    next(folder.glob("*.json")).write_text("{")
    assert seeded_model(tmp_path / "v.onnx", folder, model_id="id") == first


def test_without_a_folder_that_can_be_written_the_graph_stays_in_memory(tmp_path, caplog):
    vocoder(tmp_path / "v.onnx")
    (tmp_path / "file").write_text("in the way")
    seeded = seeded_model(tmp_path / "v.onnx", tmp_path / "file", model_id="id")
    assert seeded.content is not None
    assert "cannot be kept" in caplog.text
    assert seeded_model(tmp_path / "v.onnx", None, model_id="id").content is not None


def test_random_nodes_in_loops_stay_and_are_counted(tmp_path, caplog):
    body = helper.make_graph(
        [
            helper.make_node("RandomNormalLike", ["x_in"], ["x_out"]),
            helper.make_node("Identity", ["go_in"], ["go_out"]),
        ],
        "body",
        [
            value("i", TensorProto.INT64, []),
            value("go_in", TensorProto.BOOL, []),
            value("x_in", F, [2]),
        ],
        [value("go_out", TensorProto.BOOL, []), value("x_out", F, [2])],
    )
    constants = [
        onnx.numpy_helper.from_array(np.array(2, np.int64), "n"),
        onnx.numpy_helper.from_array(np.array(True), "go"),
    ]
    loop = helper.make_node("Loop", ["n", "go", "x"], ["y"], body=body)
    save(tmp_path / "m.onnx", [loop], [value("x", F, [2])], [value("y", F, [2])], constants)
    seeded = seeded_model(tmp_path / "m.onnx", None, model_id="id")
    assert (seeded.noise, seeded.n_unseeded) == ((), 1)
    assert "inside its loops" in caplog.text


@pytest.mark.parametrize("location", ["../secret.bin", "/etc/passwd", "weights.bin"])
def test_weights_in_other_files_are_refused(tmp_path, location):
    tensor = onnx.numpy_helper.from_array(np.zeros(4, np.float32), "w")
    tensor.ClearField("raw_data")
    tensor.data_location = TensorProto.EXTERNAL
    tensor.external_data.add(key="location", value=location)
    node = helper.make_node("Add", ["x", "w"], ["y"])
    graph = helper.make_graph([node], "g", [value("x", F, [4])], [value("y", F, [4])], [tensor])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    (tmp_path / "m.onnx").write_bytes(model.SerializeToString())
    with pytest.raises(VoicebankError, match="other files"):
        OnnxSessionHost().load(tmp_path / "m.onnx")
