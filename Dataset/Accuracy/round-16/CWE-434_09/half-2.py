import zlib
from pathlib import Path
from struct import pack, unpack

MAGIC = b"\x89PNG\r\n\x1a\n"
HEAD_END = bytes([8, 2, 0, 0, 0])
COLOURS = frozenset(bytes.fromhex(h) for h in (
    "000000", "ffffff", "808080", "ff0000", "008000", "0000ff", "ffff00", "00ffff"))
MOST = 300


def _read(data):
    """(width, height, packed pixels) of the upload; ValueError if it is no chart."""
    if data[:8] != MAGIC:
        raise ValueError("no PNG")
    rest, head, parts, names = data[8:], None, [], []
    while names[-1:] != [b"IEND"]:
        if len(rest) < 12:
            raise ValueError("cut off")
        size = unpack(">I", rest[:4])[0]
        if size > len(rest) - 12:
            raise ValueError("cut off")
        name, body, crc = rest[4:8], rest[8:8 + size], rest[8 + size:12 + size]
        if unpack(">I", crc)[0] != zlib.crc32(rest[4:8 + size]):
            raise ValueError("bad CRC")
        names.append(name)
        rest = rest[12 + size:]
        if name == b"IHDR":
            if len(names) > 1 or len(body) != 13 or body[8:] != HEAD_END:
                raise ValueError("bad IHDR")
            head = unpack(">II", body[:8])
        elif name == b"IDAT":
            parts.append(body)
        elif name == b"IEND" and body:
            raise ValueError("bad IEND")
    if head is None or not parts or not all(1 <= side <= MOST for side in head):
        raise ValueError("no chart")
    return (*head, b"".join(parts))


def _unpack(packed, size):
    """Not more than `size` bytes, so that nobody sends us a bomb."""
    inflater = zlib.decompressobj()
    try:
        lines = inflater.decompress(packed, size + 1)
    except zlib.error as error:
        raise ValueError("bad stream") from error
    if len(lines) != size:
        raise ValueError("wrong number of lines")
    if inflater.unconsumed_tail or inflater.unused_data:
        raise ValueError("something behind the stream")
    return lines


def _check(lines, width, height):
    step = 3 * width + 1
    previous = [0] * (step - 1)
    for y in range(height):
        kind, *line = lines[y * step:(y + 1) * step]
        if kind > 2:
            raise ValueError("our charts have no such filter")
        for x in range(len(line)):
            if kind == 1 and x >= 3:
                line[x] = line[x] + line[x - 3] & 255
            elif kind == 2:
                line[x] = line[x] + previous[x] & 255
        for x in range(0, len(line), 3):
            if bytes(line[x:x + 3]) not in COLOURS:
                raise ValueError("not one of our yarns")
        previous = line


def _chunk(name, body):
    return pack(">I", len(body)) + name + body + pack(">I", zlib.crc32(name + body))


def keep(folder, number, data):
    try:
        width, height, packed = _read(data)
        _check(_unpack(packed, height * (3 * width + 1)), width, height)
    except ValueError:
        return False
    # built anew of what a chart needs; texts, profiles and what is behind the end are dropped
    chart = (MAGIC + _chunk(b"IHDR", pack(">II", width, height) + HEAD_END)
             + _chunk(b"IDAT", packed) + _chunk(b"IEND", b""))
    Path(folder, f"{number}.png").write_bytes(chart)
    return True
