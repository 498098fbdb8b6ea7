"""Charts: what is uploaded is read into yarn numbers, and a new picture is woven from these alone."""
import io
import os
import secrets
from binascii import crc32
from zlib import Z_BEST_SPEED, compressobj, decompressobj
from zlib import error as ZlibError

YARNS = [b"\0\0\0", b"\xff\xff\xff", b"\x80\x80\x80", b"\xff\0\0",
         b"\0\x80\0", b"\0\0\xff", b"\xff\xff\0", b"\0\xff\xff"]
NUMBER = {yarn: number for number, yarn in enumerate(YARNS)}
MAGIC = bytes([137, 80, 78, 71, 13, 10, 26, 10])


class Spoiled(Exception):
    """What was uploaded is no chart."""


class Reader(io.BytesIO):
    def exactly(self, size):
        got = self.read(size)
        if len(got) != size:
            raise Spoiled("cut off")
        return got

    def number(self):
        return int.from_bytes(self.exactly(4), "big")

    def chunks(self):
        if self.exactly(8) != MAGIC:
            raise Spoiled("signature")
        name = b""
        while name != b"IEND":
            size = self.number()
            name, content = self.exactly(4), self.exactly(size)
            if self.number() != crc32(content, crc32(name)):
                raise Spoiled("CRC")
            yield name, content
        if content or self.read(1):
            raise Spoiled("something behind the end")


class Chart:
    def __init__(self, data):
        chunks = Reader(data).chunks()
        name, head = next(chunks)
        if name != b"IHDR" or len(head) != 13 or head[8:] != bytes((8, 2, 0, 0, 0)):
            raise Spoiled("head")
        self.width, self.height = (int.from_bytes(head[i:i + 4], "big") for i in (0, 4))
        if self.width not in range(1, 301) or self.height not in range(1, 301):
            raise Spoiled("size")
        packed = []
        for name, content in chunks:
            if name == b"IHDR":
                raise Spoiled("two heads")
            if name == b"IDAT":
                packed.append(content)
        self.rows = list(self._rows(self._unpack(b"".join(packed))))

    def _unpack(self, packed):
        size = self.height * (3 * self.width + 1)
        zlib = decompressobj()
        lines = zlib.decompress(packed, size + 1)
        if not zlib.eof or zlib.unused_data or len(lines) != size:
            raise Spoiled("stream")
        return lines

    def _rows(self, lines):
        step = 3 * self.width
        above = bytes(step)
        stream = Reader(lines)
        for _ in range(self.height):
            kind = stream.exactly(1)[0]
            left = stream.exactly(step)
            row = bytearray()
            for i, value in enumerate(left):
                base = {0: 0, 1: row[i - 3] if i > 2 else 0, 2: above[i]}.get(kind)
                if base is None:
                    raise Spoiled("filter")
                row.append((value + base) % 256)
            above = bytes(row)
            try:
                yield [NUMBER[above[i:i + 3]] for i in range(0, step, 3)]
            except KeyError:
                raise Spoiled("colour") from None

    def woven(self):
        """A new file; several chunks IDAT, one for up to 8192 bytes."""
        def chunk(name, content):
            return b"".join((len(content).to_bytes(4, "big"), name, content,
                             crc32(name + content).to_bytes(4, "big")))
        press = compressobj(Z_BEST_SPEED)
        packed = b"".join([press.compress(b"\0" + b"".join(map(YARNS.__getitem__, row)))
                           for row in self.rows] + [press.flush()])
        yield MAGIC
        yield chunk(b"IHDR", self.width.to_bytes(4, "big") + self.height.to_bytes(4, "big") + b"\x08\x02\0\0\0")
        for at in range(0, len(packed), 8192):
            yield chunk(b"IDAT", packed[at:at + 8192])
        yield chunk(b"IEND", b"")


def keep(folder, number, data):
    try:
        parts = Chart(data).woven()
    except (Spoiled, ZlibError):
        return False
    draft = os.path.join(folder, "." + secrets.token_hex(8))
    try:
        with open(draft, "xb") as out:
            out.writelines(parts)
        os.replace(draft, os.path.join(folder, "%d.png" % number))
    finally:
        if os.path.lexists(draft):
            os.remove(draft)
    return True
