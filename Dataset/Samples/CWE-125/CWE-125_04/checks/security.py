from harness import attempt, box, exploit_if, solution
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

#: What other carriers have on the wagon. Whoever comes there by a step finds entries of all keys that are asked for.
OTHERS = b"".join(bytes([key, 8]) + b"%d secret" % key for key in (1, 2, 3))
OTHERS = OTHERS + bytes([130, len(OTHERS)]) + OTHERS
#: Contents of a block, made of what the lengths of an entry and of a group announce beyond what is there.
SHAPES = {
    "entry": lambda inner, outer: entry(1, b"coal") + entry(2, b"wet", inner),
    "group": lambda inner, outer: entry(9, b"x") + entry(130, entry(1, b"north", inner), outer),
    "two in a group": lambda inner, outer: entry(130, entry(1, b"ab") + entry(2, b"north", inner), outer),
    "group in front": lambda inner, outer: entry(130, entry(1, b"north", inner), outer) + entry(1, b"coal"),
    "group in a group": lambda inner, outer: entry(130, entry(131, entry(1, b"deep", inner), inner), outer),
    "two groups": lambda inner, outer: entry(130, entry(131, entry(1, b"deep", inner), outer) + entry(2, b"n")) + entry(
        3, b"rest"),
    "only a group": lambda inner, outer: entry(130, b"", outer),
    "group without entries": lambda inner, outer: entry(130, b"", inner) + entry(1, b"coal", outer),
    "an empty entry": lambda inner, outer: entry(1, b"", inner),
    "cut off": lambda inner, outer: entry(1, b"coal") + b"\x02",
    "group cut off": lambda inner, outer: entry(130, entry(1, b"coal") + b"\x02", outer) + entry(3, b"rest"),
    "one byte": lambda inner, outer: b"\x01",
    "nothing": lambda inner, outer: b"",
}


def entry(key, value, more=0):
    return bytes([key, max(0, min(len(value) + more, 255))]) + value


def block(carrier, content):
    return bytes([carrier]) + len(content).to_bytes(2, "big") + content


def region(content, keys):
    """The bytes among which the value must lie: the block's, or those of the group that is asked, as far as they go."""
    for wanted in keys[:-1]:
        place = 0
        while place + 1 < len(content) and content[place] != wanted:
            place += 2 + content[place + 1]
        content = content[place + 2 :][: content[place + 1]] if place + 1 < len(content) else b""
    return content


class Wagon(Machine):
    """Every byte that comes back is one of the carrier's own block, and of the group that was asked."""

    announced = domain((0, 0), odd=[
        (60, 0), (0, 60), (60, 60), (3, 0), (3, 3), (250, 250), (0, 3), (1, 0), (1, 1), (0, 1), (250, 0), (0, 250),
        (14, 0), (3, 9), (60, 90), (2, 2), (-1, 0), (0, -1), (40, 43), (-2, 60), (20, 3)])
    asked = domain(*[(shape, keys) for keys in ((1,), (130, 1), (2,), (130, 131, 1), (130,), (130, 2), (3,))
        for shape in SHAPES if len(keys) == 1 or "group" in shape])
    operations = {"ask": (asked, announced)}

    def ask(self, asked, announced):
        shape, keys = asked
        carrier, content = list(SHAPES).index(shape), SHAPES[shape](*announced)
        value = attempt(solution.read_value, tag(announced), carrier, keys).value
        if not isinstance(value, (bytes, bytearray)) or value.rstrip(b"\0") in region(content, keys):
            return ""
        return f"the carrier with the block {content!r} was given {bytes(value[:40])!r}"


PATH = "passing.tag"
reads = {"announced": None, "tags": 0}


def tag(announced):
    """The tag of a wagon with blocks of all shapes, each between blocks of other carriers.

    All wagons come by at the same reader, so all have one path; where a block began in one, others' entries are in the next.
    """
    if reads["announced"] != announced:
        other = block(99, OTHERS)
        blocks = (block(carrier, shape(*announced)) for carrier, shape in enumerate(SHAPES.values()))
        box.write(PATH, other * (1 + reads["tags"] % 2) + b"".join(own + other for own in blocks))
        reads.update(announced=announced, tags=reads["tags"] + 1)
    return PATH


def test_no_carrier_reads_on_behind_its_entries():
    found = search(Wagon, tries=560, alone=1)
    exploit_if(found, str(found))
