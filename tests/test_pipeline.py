"""What a record says of its reader."""

from __future__ import annotations

import json
from pathlib import Path

from onrecord.learned.packaged import CARD, ENCODER, ROLES, TOKENIZER
from onrecord.pipeline import reader
from onrecord.settings import Settings


def test_the_reader_is_told_as_it_is_now(tmp_path: Path) -> None:
    """A process may outlive the weights, or be there before them: what it read by rules is not told to be the network's, nor the other way round."""
    settings = Settings(weights=tmp_path)
    assert reader(settings).weights is None
    for name in (ENCODER, ROLES, TOKENIZER):
        (tmp_path / name).touch()
    (tmp_path / CARD).write_text(json.dumps({"digest": "sha256:of these"}), encoding="utf-8")
    assert reader(settings).weights == "sha256:of these"
    assert reader(Settings(weights=tmp_path, learned=False)).weights is None
    (tmp_path / ENCODER).unlink()
    assert reader(settings).weights is None
