import itertools
import random
import struct
import zlib

from harness import attempt, box, exploit_if, solution
from probes import files, search
from probes.grammars.ranked import in_turn

YARNS = [bytes.fromhex(one) for one in "000000 ffffff 808080 ff0000 008000 0000ff ffff00 00ffff".split()]
SIGNATURE = b"\x89PNG\r\n\x1a\n"
WIDTH, HEIGHT = 5, 4
LINES = [b"\0" + b"".join(YARNS[(column + row) % 8] for column in range(WIDTH)) for row in range(HEIGHT)]
PLAIN = b"".join(LINES)
HEAD = struct.pack(">II", WIDTH, HEIGHT) + b"\x08\x02\0\0\0"
PAGE = b"<script>alert(1)</script><?php echo 1;?>"
ARCHIVE = files.zip_archive([("a.txt", b"x")])


def chunk(name, content, check=None, size=None):
    right = struct.pack(">I", zlib.crc32(name + content))
    return struct.pack(">I", len(content) if size is None else size) + name + content + (right if check is None else check)


END = chunk(b"IEND", b"")


def png(*between, head=HEAD, packed=None, plain=PLAIN, first=(), last=(), end=END, signature=SIGNATURE, level=6, cut=()):
    """A chart, with other parts in the places of its own, and more chunks before, between and behind."""
    packed = zlib.compress(plain, level) if packed is None else packed
    edges = [0, *cut, len(packed)]
    parts = [chunk(b"IDAT", packed[one:two]) for one, two in itertools.pairwise(edges)]
    return signature + chunk(b"IHDR", head) + b"".join([*first, parts[0], *between, *parts[1:], *last]) + end


def strictly(data):
    """Why it is not a chart, and nothing else."""
    if data[:8] != SIGNATURE:
        return "another signature"
    place, found = 8, []
    while place < len(data):
        if place + 12 > len(data):
            return "bytes behind the last chunk"
        (size,) = struct.unpack_from(">I", data, place)
        name, content = data[place + 4 : place + 8], data[place + 8 : place + 8 + size]
        if data[place + 8 + size : place + 12 + size] != struct.pack(">I", zlib.crc32(name + content)):
            return f"no right checksum behind {name!r}" if [one for one, _ in found][-1:] != [b"IEND"] else "bytes behind the last chunk"
        found.append((name, content))
        place += size + 12
    names = [name for name, _ in found]
    if names != [b"IHDR", *[b"IDAT"] * (len(names) - 2), b"IEND"] or len(names) < 3:
        return f"the chunks {names}"
    head = found[0][1]
    if len(head) != 13 or head[8:] != b"\x08\x02\0\0\0" or found[-1][1]:
        return "another head or end"
    width, height = struct.unpack(">II", head[:8])
    inflater = zlib.decompressobj()
    try:
        plain = inflater.decompress(b"".join(content for _, content in found[1:-1]), 400_000)
    except zlib.error:
        return "no zlib stream"
    if not inflater.eof or inflater.unused_data or inflater.unconsumed_tail:
        return "bytes behind the end of the stream"
    size = 3 * width + 1
    if not width or not height or len(plain) != size * height:
        return "bytes behind the last line"
    return strange(plain, size)


def strange(plain, size):
    above = bytearray(size + 2)
    for start in range(0, len(plain), size):
        kind, line = plain[start], bytearray(3)
        if kind > 4:
            return f"a filter {kind}"
        for place, byte in enumerate(plain[start + 1 : start + size], 3):
            a, b, c = line[place - 3], above[place], above[place - 3]
            line.append((byte + (0, a, b, (a + b) // 2, min((a, b, c), key=lambda one: abs(a + b - c - one)))[kind]) % 256)
        for place in range(3, size + 2, 3):
            if bytes(line[place : place + 3]) not in YARNS:
                return f"a pixel {line[place : place + 3].hex()}"
        above = line
    return None


NAMES = (b"tEXt", b"iTXt", b"zTXt", b"iCCP", b"eXIf", b"PLTE", b"tRNS", b"ABCD", b"abCd", b"sPLT", b"bKGD", b"tIME", b"pHYs", b"sRGB", b"gAMA", b"cHRM", b"hIST", b"sBIT", b"IDAt", b"iDAT", b"idat", b"IHDr", b"IEnD", b"iend", b"acTL", b"fdAT", b"fcTL", b"caBX", b"AbCD", b"IDOT", b"\0\0\0\0", b"<?=1", b"IDAT\0"[:3] + b"\0", b"CgBI", b"JDAT", b"MEND", b"iDOT", b"vpAg", b"oFFs", b"dSIG", b"mkBF", b"    ")
PAYLOADS = (b"Comment\0" + PAGE, PAGE, b"x\0\0" + zlib.compress(PAGE), ARCHIVE, b"", bytes(range(256)))
BEHIND = (PAGE, ARCHIVE, b"\0", b"\n", END, PAGE + END, chunk(b"tEXt", PAGE) + END, png(), ARCHIVE + END, chunk(b"IDAT", PAGE), chunk(b"IDAT", b""), b"\0\0\0\0IEND", b"%PDF-1.4", b"\0" * 200 + PAGE, END + PAGE)
PACKED = zlib.compress(PLAIN)


def more_chunks():
    """A further chunk in each place, with what other programs look for in it."""
    for number, name in enumerate(NAMES):
        for place in ("first", "last", "between"):
            content = PAYLOADS[number % 3]
            one = chunk(name, content)
            yield png(one, cut=(9,)) if place == "between" else png(**{place: [one]})
    for content in PAYLOADS:
        for name in (b"tEXt", b"PLTE", b"IEND", b"IHDR"):
            yield png(first=[chunk(name, content)])
            yield png(last=[chunk(name, content)])
    yield from (SIGNATURE + chunk(name, PAGE) + png()[8:] for name in (b"tEXt", b"IDAT", b"IEND", b"CgBI"))
    yield from (png(first=[chunk(b"tEXt", END + PAGE)]), png(first=[chunk(b"tEXt", PAGE + END)]), png(last=[chunk(b"tEXt", b"IDAT" + PAGE + chunk(b"IDAT", PAGE))]), png(first=[chunk(b"IHDR", HEAD)]), png(first=[chunk(b"IHDR", HEAD[:8] + PAGE)]))
    yield from (png(first=[chunk(b"tEXt", PAGE)] * 40), png(first=[chunk(b"IDAT", b"")] * 3, last=[chunk(b"IDAT", b"")] * 3), png(chunk(b"zzZz", PAGE), cut=(1, 2, 3)))


def ends():
    """What stands behind the end, or within."""
    yield from (png() + behind for behind in BEHIND)
    yield from (png(end=chunk(b"IEND", content)) for content in PAYLOADS if content)
    yield from (png(first=[chunk(b"tEXt", PAGE)]) + behind for behind in BEHIND[:4])
    yield from (before + png() for before in (PAGE, b"\n", b"\0", SIGNATURE, b"\xef\xbb\xbf", ARCHIVE))
    yield from (png(signature=one) for one in (b"\x89PNG<?=1", b"\x89PNG\n\n\x1a\n", b"\x89PNG\r\n\x1a\r\n", b"\x89PNG\0\0\0\0", b"<PNG\r\n\x1a\n", b"\x89PNG\r\n\x1a\n\n", b"\x89PNG\r\n\x1a\n" + PAGE))
    yield from (png(end=end) for end in (b"", END[:8], END[:-4] + b"<?=1", END[:-1], b"\0\0\0\0IEND" + PAGE, chunk(b"IEND", b"", size=40) + PAGE, chunk(b"iEND", b"") + END))


def streams():
    """What stands in the stream, behind it, behind the lines, and in what tells how long they are."""
    for more in (PAGE, b"\0", ARCHIVE, PACKED, zlib.compress(PAGE), b"\0" * 30, PACKED[-4:]):
        yield png(packed=PACKED + more)
        yield png(packed=PACKED + more, cut=(len(PACKED),))
        yield png(plain=PLAIN + more)
        yield png(last=[chunk(b"IDAT", more)])
        yield png(plain=PLAIN + more, level=0)
        yield png(last=[chunk(b"tEXt", b"x"), chunk(b"IDAT", more)])
    yield png(plain=PLAIN + LINES[0])
    yield png(plain=PLAIN + LINES[0] * 5, packed=None, head=HEAD)
    yield png(plain=PLAIN[:-1])
    yield png(plain=PLAIN[: -len(LINES[0])])
    yield png(packed=PACKED[:-4] + b"<?=1")
    yield png(packed=PACKED[:-4])
    yield png(packed=PACKED[:-2])
    yield png(packed=b"\x78\xbb" + b"abcd" + PACKED[2:])
    yield png(packed=zlib.compress(PAGE) + PACKED)
    flushed = zlib.compressobj()
    yield png(packed=flushed.compress(PLAIN) + flushed.flush(zlib.Z_SYNC_FLUSH))
    flushed = zlib.compressobj()
    yield png(packed=flushed.compress(PLAIN) + flushed.flush(zlib.Z_SYNC_FLUSH) + PAGE)
    raw = zlib.compressobj(wbits=-15)
    yield png(packed=raw.compress(PLAIN) + raw.flush())
    gzip = zlib.compressobj(wbits=31)
    yield png(packed=gzip.compress(PLAIN) + gzip.flush())


def checksums():
    """A checksum is four bytes that nobody needs."""
    for check in (b"<?=1", b"\0\0\0\0"):
        yield png(first=[chunk(b"tEXt", b"x", check)])
        yield SIGNATURE + chunk(b"IHDR", HEAD, check) + png()[33:]
        yield png(packed=PACKED, first=[chunk(b"IDAT", b"", check)])
        yield png(last=[chunk(b"IDAT", b"", check)])
        yield png(end=chunk(b"IEND", b"", check))
        yield SIGNATURE + chunk(b"IHDR", HEAD) + chunk(b"IDAT", PACKED, check) + END


def pictures():
    """Other heads, filters and colours."""
    for place, byte in ((8, 16), (8, 60), (9, 6), (9, 0), (9, 3), (10, 1), (10, 60), (11, 1), (11, 64), (12, 1), (12, 2), (12, 60)):
        yield png(head=HEAD[:place] + bytes([byte]) + HEAD[place + 1 :])
    for more in (b"\0", b"<?=1", PAGE):
        yield png(head=HEAD + more)
    for width, height in ((WIDTH, HEIGHT - 1), (WIDTH, 1), (WIDTH - 1, HEIGHT), (1, 1), (WIDTH, HEIGHT + 1), (0, HEIGHT), (WIDTH, 0), (0, 0), (21, 1), (2**31 + WIDTH, HEIGHT), (WIDTH, 2**31 + HEIGHT), (1, HEIGHT), (3, HEIGHT)):
        yield png(head=struct.pack(">II", width, height) + HEAD[8:])
    for row in (0, HEIGHT - 1, 1):
        for kind in (5, 60, 255, 0x3C, 8):
            lines = [bytes([kind]) + line[1:] if number == row else line for number, line in enumerate(LINES)]
            yield png(plain=b"".join(lines))
            yield png(plain=b"".join(bytes([kind]) + line[1:] for line in LINES))
    for row, column in ((0, 0), (0, WIDTH - 1), (HEIGHT - 1, 0), (HEIGHT - 1, WIDTH - 1), (1, 2), (HEIGHT - 1, WIDTH - 2)):
        for colour in (b"<?=", b"\xff\x00\x01", b"\x00\xff\x00", b"\x80\x80\x00", b"abc", b"\xff\xff\x80", b"\x00\x00\x80"):
            place = row * (3 * WIDTH + 1) + 1 + 3 * column
            yield png(plain=PLAIN[:place] + colour + PLAIN[place + 3 :])
    # A filter makes other colours of the same bytes, or yarns of others.
    for kind in (1, 2, 3, 4):
        yield png(plain=b"".join(bytes([kind]) + line[1:] for line in LINES))
        yield png(plain=LINES[0] + bytes([kind]) + b"abc" * WIDTH + b"".join(LINES[2:]))
        yield png(plain=bytes([kind]) + b"<?=" + bytes(3 * WIDTH - 3) + b"".join(LINES[1:]))


folders = itertools.count()


def attack(what, uploads, tries):
    """One folder, in which there is a chart already; each upload takes its place, or comes beside it."""
    folder = f"kept-{next(folders)}"
    box.mkdir(folder)
    path = box.path(folder)
    attempt(solution.keep, path, 7, png())

    def found(data):
        attempt(solution.keep, path, 7, data)
        attempt(solution.keep, path, 8, data)
        reason = next((f"{name} has {wrong}" for name in box.walk(folder) if (wrong := strictly(box.read(f"{folder}/{name.rpartition(folder)[2].lstrip(chr(47))}")))), None)
        box.remove(f"{folder}/8.png")
        return reason

    search.attack(what, uploads, found, tries, shrink=0)


def test_no_chunk_more_is_kept():
    attack("the upload", more_chunks(), 200)


def test_nothing_is_kept_before_or_behind():
    attack("the upload", ends(), 60)


def test_nothing_is_kept_in_the_stream():
    attack("the upload", streams(), 70)


def test_no_checksum_is_something_else():
    attack("the upload", checksums(), 12)


def test_nothing_but_stitches_is_kept():
    attack("the upload", pictures(), 140)


def test_several_of_these_at_once_are_not_kept():
    both = (png(first=[chunk(b"tEXt", PAGE)], packed=PACKED + more, end=end) + behind
            for more in (b"", PAGE) for end in (END, chunk(b"IEND", PAGE)) for behind in (b"", ARCHIVE, END + PAGE))
    attack("the upload", in_turn(both, (png(level=0, plain=PLAIN + PAGE) + PAGE,)), 14)


def test_nothing_of_an_earlier_chart_is_kept():
    """A large chart lies there, in which the stitches have no order; then comes a small one, or what is no chart."""
    numbers = random.Random(4)
    large = png(head=struct.pack(">II", 60, 40) + HEAD[8:], plain=b"".join(b"\0" + b"".join(numbers.choices(YARNS, k=60)) for _ in range(40)))
    folder = f"kept-{next(folders)}"
    box.mkdir(folder)
    for data in (png(), png() + PAGE, png(first=[chunk(b"tEXt", PAGE)]), large[:-400], b"", large[:300]):
        for before in (large, large, png()):
            attempt(solution.keep, box.path(folder), 7, before)
            attempt(solution.keep, box.path(folder), 7, data)
            wrong = strictly(box.read(f"{folder}/7.png")) if box.exists(f"{folder}/7.png") else None
            exploit_if(wrong, f"7.png has {wrong}")
