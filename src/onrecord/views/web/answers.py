"""JSON as this server gives it: UTF-8, and what UTF-8 cannot hold (half a surrogate pair, as archives bring them) as an escape of JSON's own."""

from __future__ import annotations

import json
from typing import Any

from starlette.responses import JSONResponse

from onrecord.values.wire import AWKWARD, escape


class Json(JSONResponse):
    """A JSON answer that no text can make impossible: a lone surrogate goes out as an escape, at the same offset (RFC 8259,
    section 8.2), as does what would turn the direction of writing or end a line."""

    def render(self, content: Any) -> bytes:
        told = json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        return AWKWARD.sub(escape, told).encode()
