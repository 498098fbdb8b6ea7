"""Makes and reads SQLite files as bytes, without opening a file of the solution's.

The tester reads a database through the box; it must neither lock it nor follow the paths that SQLite derives from its
name. A write-ahead log that no connection has merged yet is merged in memory.
"""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterable, Mapping
from typing import Any

Tables = Mapping[str, tuple[str, Iterable[tuple[Any, ...]]]]

_LOG_HEADER, _FRAME_HEADER = 32, 24


def quoted(name: str) -> str:
    """A name as SQL wants it: `a"b` → `"a""b"`."""
    return '"' + name.replace('"', '""') + '"'


def made(tables: Tables, script: str = "") -> bytes:
    """The bytes of a new database with these tables: name → (columns, rows)."""
    connection = sqlite3.connect(":memory:")
    try:
        for name, (columns, rows) in tables.items():
            connection.execute(f"CREATE TABLE {quoted(name)} ({columns})")
            for row in rows:
                connection.execute(f"INSERT INTO {quoted(name)} VALUES ({', '.join('?' * len(row))})", row)
        connection.executescript(script)
        connection.commit()
        return connection.serialize()
    finally:
        connection.close()


def opened(data: bytes, log: bytes = b"") -> sqlite3.Connection:
    """A connection to a copy in memory of the database in `data`, with what its write-ahead log adds."""
    content = merged(data, log) if log else bytearray(data)
    if len(content) >= 20:
        content[18:20] = b"\x01\x01"  # a database in memory has no write-ahead log
    connection = sqlite3.connect(":memory:")
    connection.deserialize(bytes(content))
    return connection


def merged(data: bytes, log: bytes) -> bytearray:
    """The database after the committed frames of its write-ahead log.

    The format: https://www.sqlite.org/fileformat2.html#walformat. Checksums are not looked at: they guard against torn
    writes, and the solution is at rest while a check reads.
    """
    content = bytearray(data)
    if len(log) < _LOG_HEADER:
        return content
    magic, _, page_size, _, *salts = struct.unpack(">6I", log[:24])
    if magic & ~1 != 0x377F0682 or page_size == 0:
        return content
    pending: dict[int, bytes] = {}
    for start in range(_LOG_HEADER, len(log) - _FRAME_HEADER - page_size + 1, _FRAME_HEADER + page_size):
        number, size, *frame_salts = struct.unpack(">4I", log[start : start + 16])
        if frame_salts != salts:  # left over from an earlier round of the log
            break
        pending[number] = log[start + _FRAME_HEADER : start + _FRAME_HEADER + page_size]
        if size:  # a commit: the frames so far count
            content.extend(bytes(max(0, size * page_size - len(content))))
            for index, kept in pending.items():
                content[(index - 1) * page_size : index * page_size] = kept
            del content[size * page_size :]
            pending.clear()
    return content
