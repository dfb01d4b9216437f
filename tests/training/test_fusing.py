"""Operators that stand for others say the same."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("torch")
onnx = pytest.importorskip("onnx")

from onnx import TensorProto, helper, numpy_helper  # noqa: E402
from onnxruntime import InferenceSession  # noqa: E402

from onrecord.training import fusing  # noqa: E402
from onrecord.training.encoder import EPS, WIDTH  # noqa: E402


def test_norms_over_pieces_as_channels_are_layer_norms() -> None:
    """Of any number of pieces, also of such as hardly vary or vary widely, each norm gives what LayerNormalization gives."""
    chance = np.random.default_rng(1)
    scale, shift = (chance.normal(size=WIDTH).astype(np.float32) for _ in range(2))
    norm = helper.make_node("LayerNormalization", ["x", "scale", "shift"], ["out"], axis=-1, epsilon=EPS)
    sizes = [1, "pieces", WIDTH]
    graph = helper.make_graph(
        [norm],
        "norm",
        [
            helper.make_tensor_value_info("ids", TensorProto.INT64, [1, "pieces"]),
            helper.make_tensor_value_info("x", TensorProto.FLOAT, sizes),
        ],
        [helper.make_tensor_value_info("out", TensorProto.FLOAT, sizes)],
        [numpy_helper.from_array(scale, "scale"), numpy_helper.from_array(shift, "shift")],
    )

    def said(x: np.ndarray) -> np.ndarray:
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
        session = InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
        return session.run(None, {"ids": np.zeros((1, len(x)), dtype=np.int64), "x": x[None]})[0][0]

    every = [
        (chance.normal(size=(pieces, WIDTH)) * width + far).astype(np.float32)
        for pieces, width, far in ((1, 1, 0), (7, 0.01, 3), (254, 30, -5))
    ]
    before = [said(x) for x in every]
    fusing._norms(graph)
    assert not [node for node in graph.node if node.op_type == "LayerNormalization"]
    for one, x in zip(before, every, strict=True):
        assert np.allclose(one, said(x), atol=1e-3)
