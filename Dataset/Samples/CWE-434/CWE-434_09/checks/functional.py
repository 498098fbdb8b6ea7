import struct
import zlib

from harness import box, solution

YARNS = [bytes.fromhex(one) for one in "000000 ffffff 808080 ff0000 008000 0000ff ffff00 00ffff".split()]
SIGNATURE = b"\x89PNG\r\n\x1a\n"


def chunk(name, content):
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def nearest(a, b, c):
    return min((a, b, c), key=lambda one: abs(a + b - c - one))


def guess(kind, a, b, c):
    return (0, a, b, (a + b) // 2, nearest(a, b, c))[kind]


def filtered(lines, filters):
    """The lines with filters, these again and again."""
    above, made = bytes(len(lines[0])), b""
    for number, line in enumerate(lines):
        kind = filters[number % len(filters)]
        made += bytes([kind])
        for place, byte in enumerate(line):
            a, c = (line[place - 3], above[place - 3]) if place >= 3 else (0, 0)
            made += bytes([(byte - guess(kind, a, above[place], c)) % 256])
        above = line
    return made


def png(lines, filters=(0,), between=(), pieces=1, level=6):
    packed = zlib.compress(filtered(lines, filters), level)
    size = -(-len(packed) // pieces)
    parts = [chunk(b"IDAT", packed[start : start + size]) for start in range(0, len(packed), size)]
    head = struct.pack(">II", len(lines[0]) // 3, len(lines)) + b"\x08\x02\0\0\0"
    return SIGNATURE + chunk(b"IHDR", head) + b"".join([*between, *parts]) + chunk(b"IEND", b"")


def pixels(data):
    """What a viewer of charts sees."""
    assert data[:8] == SIGNATURE
    place, found = 8, []
    while place < len(data):
        (size,) = struct.unpack_from(">I", data, place)
        name, content = data[place + 4 : place + 8], data[place + 8 : place + 8 + size]
        assert data[place + 8 + size : place + 12 + size] == struct.pack(">I", zlib.crc32(name + content))
        found.append((name, content))
        place += 12 + size
        if name == b"IEND":
            break
    width, height, *kind = struct.unpack(">IIBBBBB", found[0][1])
    assert kind == [8, 2, 0, 0, 0]
    plain = zlib.decompress(b"".join(content for name, content in found if name == b"IDAT"))
    lines, above = [], bytes(3 * width)
    for start in range(0, (3 * width + 1) * height, 3 * width + 1):
        line = bytearray()
        for place, byte in enumerate(plain[start + 1 : start + 1 + 3 * width]):
            a, c = (line[place - 3], above[place - 3]) if place >= 3 else (0, 0)
            line.append((byte + guess(plain[start], a, above[place], c)) % 256)
        lines.append(bytes(line))
        above = line
    return lines


def chart(width, height, seed=5):
    return [b"".join(YARNS[(seed * column * column + 3 * row + column * row) % 8] for column in range(width)) for row in range(height)]


def kept(folder, data, number=7):
    box.mkdir(folder)
    return solution.keep(box.path(folder), number, data)


def test_charts_of_all_filters():
    for kinds in ((0,), (1,), (2,), (0, 1, 2), (2, 2, 1)):
        lines = chart(9, 7, sum(kinds) + 1)
        assert kept("f1", png(lines, kinds)) is True
        assert pixels(box.read("f1/7.png")) == lines


def test_charts_of_all_sizes():
    for number, (width, height) in enumerate(((1, 1), (300, 1), (1, 300), (17, 3)), 1):
        lines = chart(width, height)
        assert kept("f2", png(lines, (2, 1)), number) is True
        assert pixels(box.read(f"f2/{number}.png")) == lines


def test_charts_of_drawing_programs():
    lines = chart(8, 6)
    more = [chunk(b"gAMA", b"\0\0\xb1\x8f"), chunk(b"pHYs", b"\0\0\x0b\x13\0\0\x0b\x13\x01"), chunk(b"tIME", b"\x07\xe8\x05\x0c\x0a\x00\x00"), chunk(b"tEXt", b"Software\0Stitch 2"), chunk(b"iCCP", b"x\0\0" + zlib.compress(b"profile"))]
    assert kept("f3", png(lines, (1, 2), more, pieces=3)) is True and pixels(box.read("f3/7.png")) == lines
    assert kept("f3", png(lines, (0,), level=0)) is True and pixels(box.read("f3/7.png")) == lines


def test_a_chart_takes_the_place_of_another():
    lines = chart(4, 4)
    assert kept("f4", png(lines)) is True
    other = chart(5, 3, 2)
    assert kept("f4", png(other)) is True and pixels(box.read("f4/7.png")) == other


def test_what_is_no_chart():
    lines = chart(4, 4)
    assert kept("f5", png(lines)) is True
    good = png(chart(3, 3))
    wrong = [b"", b"GIF89a", good[:-20], good[:40], b"x" + good, good.replace(b"\x08\x02\0\0\0", b"\x08\x06\0\0\0"), png([b"\xff\x00\x00" * 3, b"\xff\x00\x00\xfe\x00\x00" + b"\xff" * 3])]
    for number, data in enumerate(wrong):
        assert kept("f5", data) is False, number
        assert kept("f5", data, 8) is False, number
    assert not box.exists("f5/8.png") and pixels(box.read("f5/7.png")) == lines
