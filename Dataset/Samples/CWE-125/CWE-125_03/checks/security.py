import json

from harness import attempt, box, exploit_if, solution
from probes.machines import values
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

PUBLIC = b"birdsong, second hour"
SIZE = len(PUBLIC)
LONG = bytes(range(65, 126)) * 2500
#: What a page of memory, a block of a file, and mmap's step have in common.
PAGE = 4096


def setup():
    """Programmes at the beginning, at the end and at the edge of a page, empty ones, and titles that are alike."""
    put("archive", [
        ("first", b"\xf0" * 30), ("birdsong", PUBLIC), ("empty", b""), ("Birdsong", b"\xf1" * 30), ("whales", LONG),
        ("birdsong ", b"\xf2" * 90_000), (None, PAGE), ("edge", PUBLIC), (None, PAGE), ("empty at the edge", b""),
        ("page", b"pause" * 819 + b"."), ("last", b"\xf3" * 90), ("empty at the end", b""),
    ])
    others = [("whales", b"whales"), ("edge", b"\xf5" * 900), ("birdsong", b"tits")]
    put("another", [("empty at the end", b"\xf4" * 50), *others])


def put(folder, programmes):
    """`None` fills up to a multiple of a size."""
    archive, index = b"", {}
    for title, data in programmes:
        if title is None:
            archive += b"\xf6" * (-len(archive) % data)
        else:
            index[title] = [len(archive), len(data)]
            archive += data
    box.write(f"{folder}/archive.bin", archive)
    box.write(f"{folder}/index.json", json.dumps(index).encode())


def pieces(value):
    """All bytes in what came back, whatever its form."""
    if isinstance(value, (bytes, bytearray)):
        return [bytes(value)]
    if isinstance(value, (tuple, list)):
        return [piece for part in value for piece in pieces(part)]
    return []


class Player(Machine):
    """Every byte that comes back is one of the programme's own."""

    titles = {"birdsong": PUBLIC, "whales": LONG, "edge": PUBLIC, "page": b"pause" * 819 + b".", "first": b"\xf0" * 30,
              "empty": b"", "empty at the edge": b"", "empty at the end": b""}
    others = ("first", "edge", "empty", "empty at the edge", "page", "empty at the end", "whales")
    title = domain("birdsong", odd=others)
    near = [-1, *values.around(0, SIZE), SIZE + 30, -SIZE, -40, *(2**bits - 5 for bits in (16, 32, 64, 31, 63))]
    start_at = domain(0, 5, SIZE - 1, odd=[*near, *values.not_whole(3)])
    length = domain(12, 4096, 0, -1, odd=[*near, -10, -30, 10**9, *values.not_whole(12)])
    far = values.around(len(LONG))
    operations = {
        "read": (title, start_at, length),
        "read_nothing": (domain(*titles), domain(0, 5, SIZE, PAGE)),
        "read_of_another_archive": (domain("birdsong", "whales", "edge"), domain(0, 3), domain(4, 40)),
        "read_on": (domain("birdsong", "whales"), domain(4096, 5, odd=(-1, 0, 100_000))),
        "read_long": (domain(0, 70_000, odd=far), domain(4096, 90_000, odd=[10**9, *far])),
    }

    def start(self, _):
        self.next = 0

    def read(self, title, start, length):
        outcome = attempt(solution.read_part, "archive", title, start, length)
        if effect := self.heard(outcome, self.titles[title]):
            return effect
        value = outcome.value
        self.next = value[1] if isinstance(value, (tuple, list)) and len(value) == 2 else 0
        return ""

    def read_nothing(self, title, start):
        return self.read(title, start, 0)

    def read_of_another_archive(self, title, start, length):
        """A programme of the same title, somewhere else."""
        own = {"birdsong": b"tits", "whales": b"whales", "edge": b"\xf5" * 900}[title]
        return self.read(title, start, length) or self.heard(
            attempt(solution.read_part, "another", title, start, length), own
        )

    def heard(self, outcome, own):
        strangers = [piece for piece in pieces(outcome.value) if piece not in own]
        return f"it gave {len(strangers[0])} bytes, {strangers[0][:40]!r}" if strangers else ""

    def read_long(self, start, length):
        return self.read("whales", start, length)

    def read_on(self, title, length):
        return self.read(title, self.next, length)


def test_only_bytes_of_the_programme_come_back():
    found = search(Player, tries=450, alone=0.7)
    exploit_if(found, str(found))
