"""What other programs store where a text belongs and is none, with what readers make of it who take everything for a text.

for expression, texts in stored.others(): db.change(f"INSERT INTO judges VALUES (9, 'Ora Lin', {expression})")

An expression of SQL for a column of texts (SQLite keeps NULL and BLOB in it as they are), and the texts that are never equal to it, but
are for who compares `str`, `repr`, JSON or a digit after the other. What a BLOB has in common with the text of the same bytes, is
left open.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from typing import Any

_NOTHING = ("None", "NULL", "null", "none", "nil", "undefined", "nan", "NaN", "False", "false", "0", "0.0", "b''", "''", '""', "()", "(None,)", "[None]", "[null]", "[]", "{}", "N/A", "-", "\u2400", "Null", "NONE")
_BYTES = (b"amber-4", b"\x00\x01\xff", b"it's", b"7", b"")


def others() -> Iterator[tuple[str, list[str]]]:
    """NULL first, then BLOBs."""
    yield "NULL", list(_NOTHING)
    for data in _BYTES:
        yield f"X'{data.hex()}'", readings(data)


def spoilt() -> Iterator[tuple[str, list[str]]]:
    """Texts of which some bytes are no UTF-8, and what decoders make of them that go on all the same."""
    for data in (bytes.fromhex(one) for one in ("e4f6fcdf", "616dff626572", "e282", "c3", "eda080")):
        found = [data.decode(code, errors) for code, errors in (("utf-8", "replace"), ("utf-8", "ignore"), ("utf-8", "backslashreplace"), ("ascii", "replace"), ("ascii", "backslashreplace"))]
        found += [found[0].replace("\ufffd", "?"), *("\ufffd" * count for count in range(1, 5)), repr(data), data.hex()]
        yield f"CAST(X'{data.hex()}' AS TEXT)", [text for text in dict.fromkeys(found) if text]


def readings(data: bytes) -> list[str]:
    """Texts that are made of bytes without reading them as one."""
    ways: tuple[Any, ...] = (data, bytearray(data), tuple(data), list(data), (data,), [data], {"pin": data})
    found = [str(way) for way in ways] + [str(data)[2:-1]]
    found += [data.hex(), data.hex().upper(), "0x" + data.hex(), f"X'{data.hex().upper()}'", f"x'{data.hex()}'", base64.b64encode(data).decode(), json.dumps(list(data)), json.dumps(str(data))]
    same = {data.decode("utf-8", "replace"), data.decode("latin-1"), ""}
    return [text for text in dict.fromkeys(found) if text not in same]
