"""Takes units out of the feed-forward nets, those that matter least to the next layer, so that reading costs a quarter less.

One-shot structured pruning by the size of what a unit sends on (Molchanov et al., ICLR 2017, first-order terms left out); training then
goes on from what is left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import torch

from onrecord.training.encoder import BASE_INNER, LAYERS
from onrecord.training.model import Network

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.training.encoder import Layer
    from onrecord.training.examples import Window


def slim(state: dict[str, Any], windows: Sequence[Window], inner: int) -> dict[str, Any]:
    """The state of a network with `inner` units a layer, chosen by what they send on over `windows`; heads that are missing stay fresh."""
    network = Network(0.0, inner=BASE_INNER)
    network.load_state_dict(state, strict=False)
    network.eval()
    sums = [torch.zeros(BASE_INNER) for _ in range(LAYERS)]
    hooks = [
        cast("Layer", layer).down.register_forward_pre_hook(
            lambda _, given, at=i: sums[at].add_(given[0].abs().sum((0, 1)))
        )
        for i, layer in enumerate(network.encoder.layers)
    ]
    with torch.inference_mode():
        for window in windows:
            network(torch.from_numpy(window.ids)[None], torch.from_numpy(window.features)[None])
    for hook in hooks:
        hook.remove()
    out = dict(network.state_dict())
    for i in range(LAYERS):
        at = f"encoder.layers.{i}."
        worth = sums[i] * out[at + "down.weight"].norm(dim=0)
        kept = worth.topk(inner).indices.sort().values
        out[at + "up.weight"], out[at + "up.bias"] = out[at + "up.weight"][kept], out[at + "up.bias"][kept]
        out[at + "down.weight"] = out[at + "down.weight"][:, kept]
    return out
