import itertools
import struct

from harness import attempt, box, exploit_if, inconclusive, solution
from probes.machines import values
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

SIZE = 200
#: Lines as (start, room, text): rooms of other sizes side by side, at the end of the file and behind the directory, and full ones.
HALLS = (
    ((64, 12, "Cod"), (76, 6, "Åål"), (190, 10, "Hake"), (90, 30, "Lot 12: plaice")),
    ((120, 6, "turbot"), (114, 6, "soles"), (126, 40, "Lot 12: 40 kg of plaice, sold")),
    ((188, 12, "ñandú €"), (40, 9, "dab dab d"), (49, 9, "")),
    ((32, 8, "ab"), (40, 8, "€€"), (48, 4, "🐟")),
    ((70, 0, ""), (100, 9, "eel"), (70, 20, "Brill and dab")),
)
#: Texts by their size in bytes and by how many letters they have.
TEXTS = ("x", "sold", "", "é", "€€€", "🐟🐟", "n" * 6, "n" * 7)
LONG = (
    *("€" * 6, "é" * 7, "é" * 5, "🐟" * 3, "🐟" * 4, "ﬁ" * 4, "x" * 9, "x" * 10, "x" * 11, "x" * 12, "x" * 13, "é" * 12, "x" * 31, "€" * 11),
    *("e\u0301" * 5, "İ" * 5, "ß" * 5, "\u212b" * 5, " " * 13, "\0" * 13, "\n" * 13, "x   " * 5, "sold" + "\0" * 9, "\r\n" * 5),
    *("e\u0301" * 3, "\u212b" * 3, "ﬁ" * 3, "a      b", "a\0\0\0\0\0b", "\u200b" * 3, "Å\u0308\u0301\u0302"),
    *("x" * 41, "\ud83d\udc1f" * 3, "\ud800" * 6, "x" * 300, "x" * 65536, "y" * 65540, "€" * 21846, "é" * 32768, "\0" * 65537),
)


LINES = (-1, 3, 4, -2, -3, 5, 6, -4, -5, -7, -8, -9, *range(7, 24), -12, -16, -20, -24, -25, 8191, 65535, 65536, 65537, -65536, *values.WIDTHS)
PLACES = (*range(-1, -16, -1), *range(1, 32), 50, 64, 100, 199, 200, -32, -64, -100, -199, -200, -201, 65536, *values.WIDTHS)
#: What the controller has between the rooms: whoever takes it for an entry is led on to a place in the file.
STRAY = struct.pack("<IHH", 100, 9, 3)


def image_of(lines, size=SIZE):
    data = bytearray(STRAY * (size // len(STRAY)))
    head = b"FISH" + len(lines).to_bytes(2, "little") + b"oc"
    head += b"".join(struct.pack("<IHH", start, room, len(text.encode())) for start, room, text in lines)
    data[: len(head)] = head
    for start, room, text in lines:
        data[start : start + room] = text.encode().ljust(room, b"\0")
    return bytes(data)


class Hall(Machine):
    """Only the room of the line that is written, and how much of it is used, change; and nothing by a refusal."""

    #: What the file is when it is mapped, and what the master makes of it before anything is written.
    variants = tuple((now, now) for now in range(len(HALLS))) + ((1, 0), (0, 1), (3, 4), (2, 0), (0, 2))
    line = domain(0, 1, 2, odd=(3, -1, -2, 4))
    at = domain(0, 1, 3, odd=(-1, 2, 4, 5, 9, 12, 13))
    text = domain(*TEXTS[:2], odd=(*TEXTS[2:], *LONG[:8]))
    operations = {
        "put": (line, text),
        "insert": (line, at, text),
        "copy": (line, line),
        "insert_at_the_end": (domain(0, 1, 2), text),
        "put_and_insert": (domain(0, 1, 2), domain("", "é", "ab €"), at, text),
        "copied_there": (domain(0, 1, 2), domain(0, 1, 2, 3), text),
        "master": (domain(*range(len(HALLS))), domain("put", "insert", "copy"), domain(0, 1, 2), text),
        "shrunk": (domain(0, 1, 2), domain(0, 1, 2, 3, 5, 8), domain("put", "insert", "copy"), text),
        "cut_through": (domain(0, 1, 2), domain(0, 1, 2, 3, 5, 8), domain("put", "insert", "copy"), text),
        "taken_away": (domain("put", "insert", "copy"), domain(1, 0, 2)),
    }
    #: One object for each variant is used all day; every search brings its file back to the beginning, as the master could.
    begun = {}

    def start(self, variant):
        mapped, now = variant
        self.path = f"hall-{mapped}-{now}.bin"
        if variant not in self.begun:
            box.write(self.path, image_of(HALLS[mapped]))
            self.begun[variant] = solution.Lines(box.path(self.path))
        self.lines = self.begun[variant]
        self.change(HALLS[mapped])
        for number in range(3):
            attempt(self.lines.text, number)
        if now != mapped:
            self.change(HALLS[now])
        if len(self.model) != SIZE:
            inconclusive("the file cannot be written in place")

    def change(self, lines):
        """As the master does it: in place."""
        with box.hold(self.path) as file:
            file.write(image_of(lines))
        self.layout = [(start, room) for start, room, _ in lines]
        self.model = box.read(self.path)

    def written(self, line, done):
        before, now = self.model, box.read(self.path)
        self.model = now
        if len(now) != len(before):
            return f"the file became {len(now)} bytes long"
        places = [place for place in range(SIZE) if now[place] != before[place]]
        if not places:
            return ""
        if not done.returned:
            return f"a call that was refused has changed the bytes {places[:3]}"
        if not (type(line) is int and 0 <= line < len(self.layout)):
            return f"there is no line {line}, and the bytes {places[:3]} changed"
        start, room = self.layout[line]
        used = 8 + 8 * line + 6
        if other := [place for place in places if place not in range(start, start + room) and place not in (used, used + 1)]:
            return f"the room is {start} to {start + room}, and the bytes {other[:3]} changed"
        if int.from_bytes(now[used : used + 2], "little") > room:
            return f"the text of the line is said to take more than its room of {room} bytes"
        return ""

    def call(self, name, line, text):
        arguments = {"put": (line, text), "insert": (line, 0, text), "copy": (1 if line == 0 else 0, line)}[name]
        return self.written(line, attempt(getattr(self.lines, name), *arguments))

    def put(self, line, text):
        return self.written(line, attempt(self.lines.put, line, text))

    def insert(self, line, at, text):
        return self.written(line, attempt(self.lines.insert, line, at, text))

    def copy(self, source, target):
        return self.written(target, attempt(self.lines.copy, source, target))

    def insert_at_the_end(self, line, text):
        size = len(attempt(self.lines.text, line).value or "")
        return self.insert(line, size, text) or self.insert(line, size, "é") or self.insert(line, size + 1, "x")

    def put_and_insert(self, line, first, at, text):
        return self.put(line, first) or self.insert(line, at, text)

    def copied_there(self, source, target, text):
        """From the line with the larger room, when it says something."""
        return self.put(source, text) or self.copy(source, target)

    def master(self, hall, name, line, text):
        attempt(self.lines.put, line, text)
        self.change(HALLS[hall])
        return self.call(name, line, text)

    def shrunk(self, line, room, name, text):
        """The master has given a line a smaller room, which holds what is left of its text, and the place to another one."""
        lines = [list(one) for one in HALLS[0]]
        self.change(lines)
        for number in range(3):
            attempt(self.lines.text, number), attempt(self.lines.put, number, "so")
        lines[line][1:] = room, "abcdefgh"[:room]
        self.change(lines)
        return self.call(name, line, text) or self.insert(line, room, "x") or self.insert(line, room, "")

    def cut_through(self, line, room, name, text):
        """The room has become smaller than the text, and the file still says how much the text took: what is behind is the controller's."""
        lines = [list(one) for one in HALLS[0]]
        self.change(lines)
        for number in range(3):
            attempt(self.lines.text, number), attempt(self.lines.put, number, "so")
        start, before, _ = lines[line]
        lines[line][1:] = min(room, before), ""
        image = bytearray(image_of(lines))
        image[8 + 8 * line + 6] = before
        with box.hold(self.path) as file:
            file.write(bytes(image))
        self.layout, self.model = [(start, room) for start, room, _ in lines], box.read(self.path)
        return self.call(name, line, text) or self.call("put", line, "") or self.insert(line, 1, "x")

    def taken_away(self, name, left):
        """The last lines are gone, while their entries are still in the file."""
        lines = HALLS[0]
        self.change(lines)
        for number in range(4):
            attempt(self.lines.text, number), attempt(self.lines.put, number, "so")
        with box.hold(self.path) as file:
            file.seek(4)
            file.write(left.to_bytes(2, "little"))
        self.layout, self.model = self.layout[:left], box.read(self.path)
        return self.call(name, left, "eel") or self.call(name, 3, "eel")


def test_only_the_room_of_the_line_that_is_written_changes():
    found = search(Hall, tries=170, alone=0.8, length=4)
    exploit_if(found, str(found))


def test_a_room_that_became_smaller_than_its_text():
    hall = Hall()
    for line, room, name, text in itertools.product((0, 1, 2), (0, 2, 4), ("put", "copy", "insert"), ("x", "")):
        hall.start((0, 0))
        found = hall.cut_through(line, room, name, text)
        exploit_if(found, f"the room of line {line} has {room} bytes now; {name} of {text!r}: {found}")


def test_a_text_of_any_size_stays_in_its_room():
    """However the size of a text is measured, in a hall whose rooms lie side by side."""
    hall = Hall()
    hall.start((1, 1))
    for text in (*TEXTS, *LONG):
        for way, arguments in (("put", (1, text)), ("insert", (0, 6, text)), ("copied_there", (2, 1, text)), ("put", (2, text))):
            found = getattr(hall, way)(*arguments)
            exploit_if(found, f"{way}{arguments!r:.80}: {found}")


def test_a_line_that_is_not_there_is_not_written():
    """What is taken for its entry may lead to any place; the controller's bytes and a crier's own text read as entries, too."""
    for variant in ((1, 1), (3, 3)):
        hall = Hall()
        hall.start(variant)
        for line in LINES:
            for way, arguments in (("put", (line, "x")), ("copy", (2, line)), ("insert", (line, 0, "x"))):
                found = getattr(hall, way)(*arguments)
                exploit_if(found, f"{way}{arguments}: {found}")


def test_a_place_that_is_not_in_the_line_is_not_written():
    hall = Hall()
    for variant in ((0, 0), (3, 3)):
        hall.start(variant)
        for line in (0, 1, 2):
            for at in PLACES:
                found = hall.insert(line, at, "x") or hall.put(line, ("é", "abé", "")[line])
                exploit_if(found, f"insert({line}, {at}, 'x'): {found}")


def test_a_size_of_more_than_two_bytes_is_no_small_one():
    """In a file in which there is place for such a text behind the room."""
    rooms = ((100, 6, ""), (106, 6, "turbot"), (69_000, 40, "soles"))
    box.write("large.bin", image_of(rooms, 70_000))
    lines = solution.Lines(box.path("large.bin"))
    own = range(100, 106), range(14, 16)
    before = box.read("large.bin")
    for text in ("y" * 65536, "y" * 65541, "€" * 21846, "é" * 32770):
        for name, arguments in (("put", (0, text)), ("insert", (0, 0, text))):
            attempt(getattr(lines, name), *arguments)
            now = box.read("large.bin")
            other = now != before and [place for place in range(len(now)) if now[place] != before[place] and not any(place in part for part in own)]
            exploit_if(other, f"{name} of {len(text.encode())} bytes changed the bytes {(other or [])[:3]}")


def test_what_a_text_ends_with_is_not_free():
    """A text's own zeros and blanks, put there, copied there, or there since the master wrote it, are not the room's rest."""
    hall = Hall()
    hall.start((1, 1))
    for text in values.filled(6)[:40]:
        size = len(text)
        for at, more in ((0, "xx"), (size, "x")):
            found = hall.put(1, text) or hall.insert(1, at, more) or hall.insert(1, 0, "é")
            exploit_if(found, f"{text!r}, then insert(1, {at}, {more!r}): {found}")
    for text in values.filled(6)[:40:4]:
        lines = ((120, 6, text), (114, 6, text), (126, 40, "Lot 12"))
        for way, arguments in (("insert", (1, 0, "x")), ("insert", (0, len(text), "xyz")), ("copy", (0, 1)), ("put", (1, "n" * 7))):
            hall.change(lines)
            attempt(hall.lines.text, 1)
            found = getattr(hall, way)(*arguments)
            exploit_if(found, f"the master wrote {text!r}, then {way}{arguments}: {found}")


def test_a_crier_who_goes_on_where_she_was():
    """Between two letters the master has put another line there: of the same beginning, size, end, or number of letters, and shorter."""
    now = ((64, 12, "Cod"), (76, 20, "abcdefgh"), (190, 10, "Hake"))
    others = [(76, 6, "ab"), (76, 6, ""), (76, 20, "ab"), (76, 20, ""), (76, 9, "abcdefgh"), (76, 12, "€€€"), (76, 20, "€€"), (90, 6, "ab"), (90, 20, "a"), (84, 12, "abcdefgh"), (76, 0, ""), (76, 8, "éééé"), (76, 20, "éééé")]
    hall = Hall()
    hall.start((0, 0))
    for typed, other in itertools.product(("x", "xyz12", "éé"), others):
        hall.change(now)
        at = 8
        for letter in typed:
            attempt(hall.lines.insert, 1, at, letter)
            at += 1
        attempt(hall.lines.text, 1)
        hall.change((now[0], other, now[2]))
        for place in (at, at - 1, 8, 9, 1):
            found = hall.insert(1, place, "o") or hall.insert(1, place + 1, "oo")
            exploit_if(found, f"{typed!r} was typed in a room of {now[1]}, which is {other} now; insert(1, {place}, 'o'): {found}")
    # The same by way of what else writes there.
    for name, arguments in (("put", (1, "ab")), ("put", (1, "")), ("copy", (0, 1)), ("copy", (2, 1))):
        hall.change(now)
        attempt(hall.lines.insert, 1, 8, "xyz")
        found = hall.written(1, attempt(getattr(hall.lines, name), *arguments)) or hall.insert(1, 11, "o") or hall.insert(1, 12, "o" * 9) or hall.insert(1, 8, "o" * 9)
        exploit_if(found, f"after insert(1, 8, 'xyz') and {name}{arguments}: {found}")
