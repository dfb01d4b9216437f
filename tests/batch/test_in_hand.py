"""A shard in hand: several read it together, and it comes out as if one had."""

from __future__ import annotations

import threading

from batch_folder import lines, stub

from onrecord.batch.in_hand import InHand
from onrecord.batch.local import read_local
from onrecord.batch.lots import lots
from onrecord.batch.shards import cut
from onrecord.batch.worker import Worker


def _shard(tmp_path, number):
    path = tmp_path / "r.jsonl"
    path.write_text("\n".join(lines(number)) + "\n", encoding="utf-8")
    (lot,) = lots([str(path)], "auto", number)
    (shard,) = cut(lot, number)
    return shard


def test_articles_are_handed_out_once_and_gathered_in_their_order(tmp_path) -> None:
    """Whoever puts the last is given the shard, in whatever order they were put."""
    shard = _shard(tmp_path, 4)
    in_hand = InHand(shard, tables=True)
    taken = [in_hand.take() for _ in range(4)]
    assert [number for number, _ in taken] == [0, 1, 2, 3]
    assert in_hand.take() is None
    answers = [
        ({"day": "undated", "events": n, "attributions": 0, "problems": 0}, b"%d\n" % n, n != 2) for n in range(4)
    ]
    assert [in_hand.put(n, answers[n]) for n in (3, 1, 0)] == [None, None, None]
    done = in_hand.put(2, answers[2])
    straight = InHand(shard, tables=True)
    assert done == [straight.put(n, answers[n]) for n in range(4)][-1]
    assert (done.articles, done.events) == (4, 6)
    assert [name for name, _ in done.aside] == ["0002.json"]


def test_workers_read_one_shard_together(tmp_path, monkeypatch) -> None:
    """None waits at the end for what another has left: a single shard keeps both busy, and is the one that a single worker reads."""
    monkeypatch.setenv("STUB_SECONDS", "0.05")
    shard, threads = _shard(tmp_path, 20), []
    (done,) = read_local(iter([shard]), stub(), 2, lambda _: threads.append(threading.current_thread().name))
    assert len(threads) == 20
    assert len(set(threads)) == 2
    alone = Worker(stub())
    assert alone(shard) == done
    alone.close()
