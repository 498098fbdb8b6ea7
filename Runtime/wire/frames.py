"""Frames: four bytes of length, big-endian, then that many bytes of JSON."""

import json
import socket
import struct
from typing import Any

#: Of a frame from a solution. Requests from the host may be larger.
LARGEST_FRAME = 4 << 20
_CHUNK = 1 << 16


class Closed(Exception):
    """The other side is gone."""


class Violation(Exception):
    """The other side sent what the protocol does not allow."""


def send(channel: socket.socket, document: Any) -> None:
    send_bytes(channel, pack(document))


def pack(document: Any) -> bytes:
    return json.dumps(document).encode()


def pack_text(document: Any) -> bytes:
    """For readers that insist on valid Unicode: lone surrogates become question marks."""
    return json.dumps(document, ensure_ascii=False).encode("utf-8", "replace")


def send_bytes(channel: socket.socket, body: bytes) -> None:
    try:
        channel.sendall(struct.pack(">I", len(body)) + body)
    except (ConnectionError, BrokenPipeError) as error:
        raise Closed(str(error)) from None


def receive(channel: socket.socket, largest: int = LARGEST_FRAME) -> Any:
    """Reads one frame. Raises Closed at the end of the stream and Violation for anything that is no frame."""
    return parse(receive_bytes(channel, largest))


def receive_bytes(channel: socket.socket, largest: int = LARGEST_FRAME) -> bytes:
    """Reads the bytes of one frame, whatever they are."""
    return _read(channel, _length(_read(channel, 4), largest))


def receive_in_turn(channel: socket.socket, largest: int = LARGEST_FRAME) -> Any:
    """The same where two sides speak by turns, in fewer steps: whatever follows the frame is a Violation as well."""
    read = bytearray(_chunk(channel, _CHUNK))
    while len(read) < 4:
        read += _chunk(channel, _CHUNK)
    length = _length(read[:4], largest)
    while len(read) < 4 + length:
        read += _chunk(channel, min(_CHUNK, 4 + length - len(read)))
    if len(read) > 4 + length:
        raise Violation("more than was asked for")
    return parse(bytes(read[4:]))


def parse(body: bytes) -> Any:
    try:
        return json.loads(body.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise Violation(f"a frame that is not JSON ({type(error).__name__})") from None


def _length(prefix: bytes | bytearray, largest: int) -> int:
    length = int.from_bytes(prefix, "big")
    if length > largest:
        raise Violation(f"a frame of {length} bytes; at most {largest} are allowed")
    return length


def _read(channel: socket.socket, count: int) -> bytes:
    read = bytearray()
    while len(read) < count:
        read += _chunk(channel, min(_CHUNK, count - len(read)))
    return bytes(read)


def _chunk(channel: socket.socket, most: int) -> bytes:
    try:
        chunk = channel.recv(most)
    except ConnectionError:
        chunk = b""
    if not chunk:
        raise Closed("the stream ended")
    return chunk
