"""Kept is a drawing made anew from yarn numbers; not one uploaded byte is copied."""
import io
import zlib
from enum import IntEnum
from itertools import chain
from pathlib import Path
from uuid import uuid4


class Yarn(IntEnum):
    BLACK, WHITE, GREY, RED, GREEN, BLUE, YELLOW, AQUA = (
        0x000000, 0xffffff, 0x808080, 0xff0000, 0x008000, 0x0000ff, 0xffff00, 0x00ffff)


class Source(io.BytesIO):
    """Reads a PNG; whatever is amiss is a ValueError."""

    def exactly(self, n):
        part = self.read(n)
        if len(part) != n:
            raise ValueError("too short")
        return part

    def number(self):
        return int.from_bytes(self.exactly(4), "big")

    def chunk(self):
        size = self.number()
        body = self.exactly(4 + size)
        if self.number() != zlib.crc32(body):
            raise ValueError("CRC")
        return body[:4].decode("latin-1"), body[4:]


def stitches(data):
    source = Source(data)
    if source.exactly(8) != bytes((137, 80, 78, 71, 13, 10, 26, 10)):
        raise ValueError("signature")
    name, head = source.chunk()
    if name != "IHDR" or len(head) != 13 or tuple(head[8:]) != (8, 2, 0, 0, 0):
        raise ValueError("header")
    width, height = (int.from_bytes(head[i:i + 4], "big") for i in (0, 4))
    if width not in range(1, 301) or height not in range(1, 301):
        raise ValueError("size")
    packed = bytearray()
    while name != "IEND":
        name, content = source.chunk()
        if name == "IDAT":
            packed += content
    opener = zlib.decompressobj()
    plain = io.BytesIO(opener.decompress(bytes(packed), height * (3 * width + 1) + 1))
    if not opener.eof:
        raise ValueError("stream")
    before = [0] * (3 * width)
    for _ in range(height):
        kind = plain.read(1)
        line = list(plain.read(3 * width))
        if len(line) != len(before):
            raise ValueError("line")
        match kind:
            case b"\0":
                pass
            case b"\1":
                for colour in range(3):
                    total = 0
                    for i in range(colour, len(line), 3):
                        line[i] = total = (total + line[i]) % 256
            case b"\2":
                line = [(a + b) % 256 for a, b in zip(line, before)]
            case _:
                raise ValueError("filter")
        before = line
        yield [Yarn(int.from_bytes(line[i:i + 3], "big")) for i in range(0, len(line), 3)]
    if plain.read(1):
        raise ValueError("more lines")


def drawing(rows):
    def piece(name, content):
        return b"".join((len(content).to_bytes(4, "big"), name, content,
                         zlib.crc32(content, zlib.crc32(name)).to_bytes(4, "big")))

    head = len(rows[0]).to_bytes(4, "big") + len(rows).to_bytes(4, "big") + bytes((8, 2, 0, 0, 0))
    plain = bytes(chain.from_iterable(chain((0,), *(yarn.to_bytes(3, "big") for yarn in row)) for row in rows))
    packed = zlib.compress(plain, 0)
    yield bytes.fromhex("89504e470d0a1a0a")
    yield piece(b"IHDR", head)
    for at in range(0, len(packed), 8192):
        yield piece(b"IDAT", packed[at:at + 8192])
    yield piece(b"IEND", b"")


def keep(folder, number, data):
    try:
        rows = list(stitches(data))
    except (ValueError, zlib.error):
        return False
    goal = Path(folder, f"{number:d}.png")
    draft = goal.with_name(f".{uuid4().hex}")
    try:
        draft.write_bytes(b"".join(drawing(rows)))
        draft.replace(goal)
    finally:
        draft.unlink(missing_ok=True)
    return True
