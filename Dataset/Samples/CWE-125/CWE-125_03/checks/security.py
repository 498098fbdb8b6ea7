import json

from harness import attempt, box, exploit_if, solution
from probes.machines import values
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

PUBLIC = b"birdsong, second hour"
SIZE = len(PUBLIC)
LONG = bytes(range(65, 126)) * 2500


def setup():
    archive = b"\xf0" * 30 + PUBLIC + b"\xf1" * 30 + LONG + b"\xf2" * 90_000
    index = {"first": [0, 30], "birdsong": [30, SIZE], "empty": [30 + SIZE, 0], "second": [30 + SIZE, 30],
             "whales": [60 + SIZE, len(LONG)], "last": [60 + SIZE + len(LONG), 90_000]}
    box.write("archive/archive.bin", archive)
    box.write("archive/index.json", json.dumps(index).encode())


def pieces(value):
    """All bytes in what came back, whatever its form."""
    if isinstance(value, (bytes, bytearray)):
        return [bytes(value)]
    if isinstance(value, (tuple, list)):
        return [piece for part in value for piece in pieces(part)]
    return []


class Player(Machine):
    """Every byte that comes back is one of the programme's own."""

    titles = {"birdsong": PUBLIC, "empty": b"", "whales": LONG}
    title = domain("birdsong", odd=("empty",))
    near = [-1, *values.around(0, SIZE), SIZE + 30, -SIZE, -40]
    start_at = domain(0, 5, SIZE - 1, odd=[*near, *values.not_whole(3)])
    length = domain(12, 4096, 0, -1, odd=[*near, -10, -30, 10**9, *values.not_whole(12)])
    far = values.around(len(LONG))
    operations = {
        "read": (title, start_at, length),
        "read_on": (domain("birdsong", "whales"), domain(4096, 5, odd=(-1, 0, 100_000))),
        "read_long": (domain(0, 70_000, odd=far), domain(4096, 90_000, odd=[10**9, *far])),
    }

    def start(self, _):
        self.next = 0

    def read(self, title, start, length):
        outcome = attempt(solution.read_part, "archive", title, start, length)
        for piece in pieces(outcome.value):
            if piece not in self.titles[title]:
                return f"it gave {len(piece)} bytes, {piece[:40]!r}"
        value = outcome.value
        self.next = value[1] if isinstance(value, (tuple, list)) and len(value) == 2 else 0
        return ""

    def read_long(self, start, length):
        return self.read("whales", start, length)

    def read_on(self, title, length):
        return self.read(title, self.next, length)


def test_only_bytes_of_the_programme_come_back():
    found = search(Player, tries=450, alone=0.7)
    exploit_if(found, str(found))
