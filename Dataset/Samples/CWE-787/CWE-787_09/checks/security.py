import struct

from harness import attempt, box, exploit_if, inconclusive, solution, testify
from probes.machines import values
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

SIZE = 200
#: Rooms as (start, size, waiting): side by side, at both ends of the memory, full, empty, of no byte.
TRAINS = (
    ((64, 12, 5), (76, 6, 6), (190, 10, 3), (96, 30, 0)),
    ((120, 6, 6), (114, 6, 0), (126, 40, 20)),
    ((184, 16, 9), (40, 9, 4), (49, 9, 8)),
    ((70, 0, 0), (100, 9, 1), (110, 20, 20), (179, 21, 21), (60, 1, 0)),
)
#: What stands between the rooms reads as rows of the table to whoever looks there.
STRAY = struct.pack("<IHH", 100, 9, 3)
SENT = (b"x", b"boo", b"", *(b"o" * size for size in range(4, 14)), b"\0" * 7, b"o" * 21, b"o" * 31, b"o" * 41, b"o" * 65536, b"o" * 65537, b"\0" * 65541)
COUNTS = (1, 2, 3, 0, 4, 5, 6, 7, 8, 9, 10, 13, 20, 21, 22, 40, -1, -2, -3, -7, -20, -64, 100, 256, 65535, 65536, 65537, -65535, True, *values.WIDTHS)
STATIONS = (-1, 3, 4, 5, -2, -3, -4, -5, *range(6, 24), -8, -9, -24, -25, 8191, 65535, 65536, -65536, *values.WIDTHS)
#: How many bytes other processes say are waiting.
SAID = (0, 1, 2, 5, 6, 7, 9, 10, 11, 12, 13, 16, 20, 21, 22, 30, 31, 40, 41, 100, 255, 256, 32768, 65530, 65535)


def memory_of(rooms):
    data = bytearray(STRAY * (SIZE // len(STRAY)))
    head = b"BOO!" + len(rooms).to_bytes(2, "little") + b"sh"
    data[: len(head) + 8 * len(rooms)] = head + b"".join(struct.pack("<IHH", *room) for room in rooms)
    for start, size, used in rooms:
        # Behind what waits is what the station's process left there when it moved the others to the front.
        data[start : start + size] = (bytes(range(65, 65 + min(used, size))) + bytes(128 + place % 101 for place in range(size)))[:size]
    return bytes(data)


class Train(Machine):
    """Only free bytes of the room change when cues are sent, only waiting ones when they are taken back; nothing by a refusal."""

    variants = tuple(range(len(TRAINS)))
    station = domain(0, 1, 2, odd=STATIONS[:6])
    data = domain(*SENT[:2], odd=SENT[2:14])
    count = domain(*COUNTS[:3], odd=COUNTS[3:26])
    said = domain(0, 2, 5, odd=SAID[4:])
    operations = {
        "send": (station, data),
        "withdraw": (station, count),
        "sent_behind": (domain(0, 1, 2), said, domain(*SENT[:14])),
        "withdrawn_from": (domain(0, 1, 2), said, domain(*COUNTS[:26])),
        "filled": (domain(0, 1, 2), domain(0, 1, -1, 2)),
        "emptied": (domain(0, 1, 2), domain(0, 1, -1, 2)),
    }
    #: One object for each train is used all evening.
    begun = {}

    def start(self, variant):
        self.path, self.rooms = f"train-{variant}.bin", TRAINS[variant]
        if variant not in self.begun:
            box.write(self.path, memory_of(self.rooms))
            self.begun[variant] = solution.Cues(box.path(self.path))
        self.cues = self.begun[variant]
        self.write(0, memory_of(self.rooms))

    def write(self, place, data):
        """As another process does it: in place."""
        with box.hold(self.path) as file:
            file.seek(place)
            file.write(data)
        self.model = box.read(self.path)
        if len(self.model) != SIZE:
            inconclusive("the memory has another size")

    def say(self, station, used):
        self.write(8 + 8 * station + 6, used.to_bytes(2, "little"))

    def used(self, memory, station):
        return int.from_bytes(memory[14 + 8 * station : 16 + 8 * station], "little")

    def changed(self, station, free, done):
        before, now = self.model, box.read(self.path)
        self.model = now
        if now == before:
            return ""
        if len(now) != len(before):
            return f"the memory became {len(now)} bytes long"
        places = [place for place in range(SIZE) if now[place] != before[place]]
        if not done.returned:
            return f"a call that was refused has changed the bytes {places[:3]}"
        if not 0 <= station < len(self.rooms):
            return f"there is no station {station}, and the bytes {places[:3]} changed"
        start, size, _ = self.rooms[station]
        own, used = range(14 + 8 * station, 16 + 8 * station), self.used(before, station)
        if used > size:
            return f"{used} bytes were said to wait in a room of {size}, and the bytes {places[:3]} changed"
        may = range(start + used, start + size) if free else range(start, start + used)
        if other := [place for place in places if place not in may and place not in own]:
            return f"the bytes {may.start} to {may.stop} might change, and {other[:3]} did"
        if self.used(now, station) > size:
            return f"{self.used(now, station)} bytes are said to wait in a room of {size}"
        return ""

    def send(self, station, data):
        return self.changed(station, True, attempt(self.cues.send, station, data))

    def withdraw(self, station, count):
        return self.changed(station, False, attempt(self.cues.withdraw, station, count))

    def sent_behind(self, station, used, data):
        """The station's process has been there since the cues that were sent before."""
        attempt(self.cues.waiting, station), attempt(self.cues.send, station, b"x"), attempt(self.cues.withdraw, station, 0)
        self.say(station, used)
        return self.send(station, data) or self.send(station, b"o")

    def withdrawn_from(self, station, used, count):
        attempt(self.cues.waiting, station), attempt(self.cues.send, station, b"x"), attempt(self.cues.withdraw, station, 0)
        self.say(station, used)
        return self.withdraw(station, count) or self.withdraw(station, 1)

    def filled(self, station, more):
        """Exactly, and by so much more."""
        _, size, _ = self.rooms[station]
        free = size - self.used(self.model, station)
        return self.send(station, b"f" * max(free + more, 0)) or self.send(station, b"o") or self.send(station, b"oo")

    def emptied(self, station, more):
        used = self.used(self.model, station)
        return self.withdraw(station, used + more) or self.withdraw(station, 1) or self.withdraw(station, -1)


def test_only_what_is_allowed_changes():
    found = search(Train, tries=140, alone=0.8, length=4)
    exploit_if(found, str(found))


def test_a_station_that_is_not_there():
    for variant in (1, 3):
        made = Train()
        made.start(variant)
        for station in STATIONS:
            for way, value in (("send", b"x"), ("withdraw", 1)):
                if not 0 <= station < len(made.rooms):
                    found = getattr(made, way)(station, value)
                    exploit_if(found, f"{way}({station}, {value!r}): {found}")


def test_a_fraction_is_no_station():
    """What is out of range is in it when it is cut or rounded."""
    made = Train()
    for variant in (0, 1):
        made.start(variant)
        for station in values.fractions_beside(0, len(made.rooms) - 1):
            for way, value in (("send", b"x"), ("withdraw", 1)):
                attempt(getattr(made.cues, way), station, value)
                exploit_if(box.read(made.path) != made.model, f"{way}({station!r}, {value!r}): there is no such station, and bytes changed")


def test_sizes_and_counts_of_every_kind():
    made = Train()
    for variant, station in ((0, 0), (1, 1), (2, 1), (3, 2)):
        made.start(variant)
        for data in SENT:
            found = made.send(station, data)
            exploit_if(found, f"send({station}, {len(data)} bytes): {found}")
        made.start(variant)
        for count in COUNTS:
            found = made.withdraw(station, count)
            exploit_if(found, f"withdraw({station}, {count}): {found}")
            if made.model != memory_of(made.rooms):
                made.start(variant)


def test_whatever_is_said_to_wait():
    """Numbers that other processes leave there, with cues that fit, fill the room, or are nothing."""
    made = Train()
    for variant, station in ((0, 0), (1, 0), (3, 0)):
        made.start(variant)
        for used in SAID:
            for way, value in (("send", b""), ("send", b"o"), ("send", b"abcdefghi"), ("withdraw", 1), ("withdraw", used), ("withdraw", used - 1)):
                made.say(station, used)
                found = getattr(made, way)(station, value)
                exploit_if(found, f"{used} bytes were said to wait, {way}({station}, {value!r:.40}): {found}")
                if made.model != memory_of(made.rooms):
                    made.start(variant)


def test_items_of_several_bytes():
    """The items of a buffer are counted, and its bytes written."""
    made = Train()
    for variant, station, count in ((0, 0, 7), (1, 1, 3), (2, 0, 2)):
        made.start(variant)
        for buffer in values.WIDE_BUFFERS:
            source = f"import array, ctypes\ntry:\n    cues.send({station}, {buffer.format(count=count)})\n    result = True\nexcept Exception:\n    result = False"
            path = box.path(made.path)
            returned = testify("cues = solution.Cues(path)\n" + source, path=path)
            found = made.changed(station, True, Returned(returned))
            exploit_if(found, f"send({station}, {buffer.format(count=count)}): {found}")
            made.start(variant)


def tried(made, call, free, stations):
    """Judges a call that is written in the solution's process; it has to be right for one of these stations."""
    source = f"import array, ctypes\ntry:\n    cues.{call}\n    result = True\nexcept Exception:\n    result = False"
    returned, before = testify("cues = solution.Cues(path)\n" + source, path=box.path(made.path)), made.model
    found = []
    for station in stations:
        made.model = before
        found.append(made.changed(station, free, Returned(returned)))
    exploit_if(all(found), f"{call}: {found[0]}")
    if made.model != before:
        made.start(0)


def test_buffers_of_another_size_than_they_tell():
    made = Train()
    made.start(0)
    for station, count in ((0, 8), (1, 1), (2, 20)):
        for buffer in values.LYING_BUFFERS:
            tried(made, f"send({station}, {buffer.format(count=count)})", True, [station])


def test_numbers_that_are_read_twice():
    """What is looked at is what is used, also when it is no number and is read as one."""
    made = Train()
    made.start(0)
    for used, others in ((0, (1, 2, -1, 4, 99)), (3, (0, 1)), (2, (1, 0))):
        for other in others:
            objects = [*(values.moving(*(used,) * times, other) for times in range(1, 5)), values.divided(used, other), values.divided(other, used)]
            for station in objects[: 6 if used == 0 and other in (1, -1) else 2]:
                tried(made, f"send({station}, b'o' * 7)", True, (used, other))
                tried(made, f"withdraw({station}, 3)", False, (used, other))
    for count in (values.moving(0, 6), values.moving(5, -1), values.moving(1, 1, 20), values.moving(0, 0, 0, 9), values.moving(2, 2, 2, 2, 7), values.divided(0, 9), values.divided(9, 0), values.divided(1, -4), values.divided(-4, 1)):
        tried(made, f"withdraw(0, {count})", False, [0])


def test_sizes_of_more_than_two_bytes():
    """In a memory in which there is place for so much behind the room."""
    rooms = ((100, 6, 2), (106, 6, 6), (70_000, 40, 3))
    data = bytearray(STRAY * 9_000)
    data[:32] = b"BOO!\3\0sh" + b"".join(struct.pack("<IHH", *room) for room in rooms)
    box.write("large.bin", bytes(data))
    cues = solution.Cues(box.path("large.bin"))
    for size in (65535, 65536, 65537, 65540):
        attempt(cues.send, 0, b"o" * size)
        now = box.read("large.bin")
        changed = next((place for place in range(106, len(now)) if now[place] != data[place]), None) if now[106:] != data[106:] else None
        exploit_if(changed, f"{size} bytes were sent to a room of 6, and byte {changed} changed")
        exploit_if(now[14] | now[15] << 8 > 6, f"{size} bytes were sent to a room of 6, and {now[14] | now[15] << 8} are said to wait")


class Returned:
    def __init__(self, returned):
        self.returned = returned
