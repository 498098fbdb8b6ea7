"""Charts of a cross-stitch circle."""
import os
import struct
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"
HEADER = struct.Struct(">IIBBBBB")
YARNS = frozenset(bytes.fromhex("000000ffffff808080ff00000080000000ffffff0000ffff")[i:i + 3]
                  for i in range(0, 24, 3))


def _parse(data):
    """All chunks up to IEND as (name, content); what is behind it is left out."""
    if not data.startswith(SIGNATURE):
        raise ValueError("no PNG")
    at, chunks = len(SIGNATURE), []
    while not chunks or chunks[-1][0] != b"IEND":
        length, name = struct.unpack_from(">I4s", data, at)
        content = data[at + 8:at + 8 + length]
        crc, = struct.unpack_from(">I", data, at + 8 + length)
        if crc != zlib.crc32(content, zlib.crc32(name)):
            raise ValueError("wrong CRC")
        chunks.append((name, content))
        at += 12 + length
    return chunks


def _pixels(stream, width, height):
    """The lines of pixels, without filters."""
    size = (3 * width + 1) * height
    unpacker = zlib.decompressobj()
    raw = unpacker.decompress(stream, size + 1)
    if len(raw) != size or not unpacker.eof:
        raise ValueError("other lines than the header says")
    above, lines = bytes(3 * width), []
    for start in range(0, size, 3 * width + 1):
        kind, line = raw[start], bytearray(raw[start + 1:start + 3 * width + 1])
        if kind > 2:
            raise ValueError("a filter that charts do not use")
        for i in range(len(line)):
            if kind == 2:
                line[i] = line[i] + above[i] & 0xFF
            elif kind == 1 and i >= 3:
                line[i] = line[i] + line[i - 3] & 0xFF
        if not YARNS.issuperset(bytes(line[i:i + 3]) for i in range(0, len(line), 3)):
            raise ValueError("no yarn of ours")
        lines.append(bytes(line))
        above = line
    return lines


def _png(*chunks):
    result = [SIGNATURE]
    for name, content in chunks:
        result += [struct.pack(">I", len(content)), name, content,
                   struct.pack(">I", zlib.crc32(name + content))]
    return b"".join(result)


def _chart(data):
    chunks = _parse(data)
    names = [name for name, _ in chunks]
    if names[0] != b"IHDR" or names.count(b"IHDR") != 1 or chunks[-1][1]:
        raise ValueError("chunks in another order")
    header = chunks[0][1]
    width, height, *rest = HEADER.unpack_from(header)
    if rest != [8, 2, 0, 0, 0] or not (0 < width <= 300 and 0 < height <= 300):
        raise ValueError("another kind of picture")
    stream = b"".join(content for name, content in chunks if name == b"IDAT")
    lines = _pixels(stream, width, height)
    # Packed anew: whatever else was in the stream, or in other chunks, is gone.
    packed = zlib.compress(b"".join(b"\0" + line for line in lines), 9)
    return _png((b"IHDR", header), (b"IDAT", packed), (b"IEND", b""))


def keep(folder, number, data):
    try:
        chart = _chart(data)
    except (ValueError, struct.error, zlib.error):
        return False
    path = os.path.join(folder, f"{int(number)}.png")
    with open(path + ".new", "wb") as file:
        file.write(chart)
    os.replace(path + ".new", path)
    return True
