import itertools
import json

from harness import attempt, box, exploit_if, solution
from probes import interleave, rewriting
from probes.machines import values
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

PUBLIC = b"birdsong, second hour"
SIZE = len(PUBLIC)
LONG = bytes(range(65, 126)) * 2500
#: Longer than any block in which a program may read.
OPERA = b"opera" * 220_000
#: What a page of memory, a block of a file, and mmap's step have in common.
PAGE = 4096


def setup():
    """Programmes at the beginning, at the end and at the edge of a page, empty ones, and titles that are alike."""
    put("archive", [
        ("first", b"\xf0" * 30), ("birdsong", PUBLIC), ("empty", b""), ("Birdsong", b"\xf1" * 30), ("whales", LONG),
        ("birdsong ", b"\xf2" * 90_000), (None, PAGE), ("edge", PUBLIC), (None, PAGE), ("empty at the edge", b""),
        ("page", b"pause" * 819 + b"."), ("last", b"\xf3" * 90), ("Caf\u00e9", b"\xfa" * 40),
        ("Cafe\u0301", b"\xfb" * 40), ("empty at the end", b""),
    ], cut=("cut off", b"\xf7" * 20, 60))
    others = [("whales", b"whales"), ("edge", b"\xf5" * 900), ("birdsong", b"tits")]
    put("other/archive", [("empty at the end", b"\xf4" * 50), *others])
    put("opera", [("overture", b"\xf8" * 90), ("opera", OPERA), ("curtain", b"\xf9" * 300_000)])


def put(folder, programmes, cut=None):
    """`None` fills up to a multiple of a size. Of the programme `cut`, the archive does not hold all of its size."""
    archive, index = b"", {}
    for title, data in programmes:
        if title is None:
            archive += b"\xf6" * (-len(archive) % data)
        else:
            index[title] = [len(archive), len(data)]
            archive += data
    if cut:
        index[cut[0]] = [len(archive), cut[2]]
        archive += cut[1]
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
              "empty": b"", "empty at the edge": b"", "empty at the end": b"", "cut off": b"\xf7" * 20,
              "Caf\u00e9": b"\xfa" * 40, "Cafe\u0301": b"\xfb" * 40}
    others = ("first", "edge", "cut off", "empty", "empty at the edge", "page", "empty at the end", "whales",
        "Caf\u00e9", "Cafe\u0301")
    title = domain("birdsong", odd=others)
    near = [-1, *values.around(0, SIZE), SIZE + 30, -SIZE, -40, *(2**bits - 5 for bits in (16, 32, 64, 31, 63))]
    start_at = domain(0, 5, SIZE - 1, odd=[*near, *values.not_whole(3)])
    length = domain(12, 4096, 0, -1, odd=[*near, -10, -30, 10**9, *values.not_whole(12)])
    far = values.around(len(LONG))
    operations = {
        "read": (title, start_at, length),
        "read_nothing": (domain(*titles), domain(0, 5, SIZE, PAGE)),
        "read_of_another_archive": (domain("birdsong", "whales", "edge"), domain(0, 3), domain(4, 40)),
        "read_unknown": (domain("tits", odd=("", "0", "x")), domain(0)),
        "read_cut_off": (domain(0, 5), domain(60, 4096)),
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
            attempt(solution.read_part, "other/archive", title, start, length), own
        )

    def read_unknown(self, title, start):
        """Nothing is this programme's own."""
        return self.heard(attempt(solution.read_part, "archive", title, start, 20), b"")

    def read_cut_off(self, start, length):
        """What the archive does not hold comes from nowhere, not even from what was read before."""
        return self.read("whales", 9, 4096) or self.read("cut off", start, length)

    def heard(self, outcome, own):
        # What a program fills up with zeros is nobody's.
        strangers = [piece for piece in pieces(outcome.value) if piece.rstrip(b"\0") not in own]
        return f"it gave {len(strangers[0])} bytes, {strangers[0][:40]!r}" if strangers else ""

    def read_long(self, start, length):
        return self.read("whales", start, length)

    def read_on(self, title, length):
        return self.read(title, self.next, length)


def test_only_bytes_of_the_programme_come_back():
    found = search(Player, tries=600, alone=0.8)
    exploit_if(found, str(found))


TITLES = ("news", "talk", "song", "play")


class Station(Machine):
    """The archive is written anew meanwhile: a listener gets what belongs to the programme, or did so once."""

    way, order = domain(*rewriting.WAYS), domain(1, 2, 3, 4)
    operations = {
        "write_anew": (way, order),
        "retitle": (way,),
        "lose_the_index": (way, domain(None, b"", b"{", b"{}")),
        "read": (domain(*TITLES), domain(0, 12, 25), domain(9, 100)),
    }
    orders = list(itertools.permutations(range(4)))

    def start(self, _):
        self.letters = {title: set() for title in TITLES}
        self.used = itertools.count(1)
        self.folder = rewriting.Folder(self.made(0))

    def made(self, order):
        """Each programme is of one letter, at each writing another one."""
        archive, self.index = b"-" * 10, {}
        for number in self.orders[5 * order]:
            letter = next(self.used) % 200 + 50
            self.letters[TITLES[number]].add(letter)
            self.index[TITLES[number]] = [len(archive), 15 + 5 * number]
            archive += bytes([letter]) * (15 + 5 * number)
        return {"archive.bin": archive, "index.json": json.dumps(self.index, sort_keys=True).encode()}

    def write_anew(self, way, order):
        self.folder.put(self.made(order), way)
        return self.listened()

    def retitle(self, way):
        """Two programmes change their titles; the archive stays as it is."""
        one, other = TITLES[:2]
        self.index[one], self.index[other] = self.index[other], self.index[one]
        self.letters[one], self.letters[other] = self.letters[other], self.letters[one]
        archive = {"archive.bin": box.read(f"{self.folder.place}/archive.bin")} if way == rewriting.WAYS[2] else {}
        self.folder.put({**archive, "index.json": json.dumps(self.index, sort_keys=True).encode()}, way)
        return self.listened()

    def lose_the_index(self, way, index):
        """While the archive is written anew, there is no index, or half of one."""
        made = self.made(2)
        self.folder.put({**made, "index.json": index}, way)
        effect = self.listened()
        self.folder.put(made, way)
        return effect

    def listened(self):
        return next(filter(None, (self.read(title, 0, 100) for title in TITLES)), "")

    def read(self, title, start, length):
        outcome = attempt(solution.read_part, self.folder.path, title, start, length)
        strangers = [piece for piece in pieces(outcome.value) if set(piece) - self.letters[title] - {0}]
        return f"of {title!r} it gave bytes of another programme, {strangers[0][:40]!r}" if strangers else ""


def test_what_was_kept_of_an_earlier_archive_gives_nothing_away():
    found = search(Station, tries=100, alone=0.5, length=4)
    exploit_if(found, str(found))


def test_the_end_of_a_long_programme_is_its_end():
    size = len(OPERA)
    for start, length in ((0, size + 1), (5, size), (size - 70_000, 2 << 20), ((1 << 20) - 1, 10**9)):
        strangers = [piece for piece in pieces(attempt(solution.read_part, "opera", "opera", start, length).value)
            if piece not in OPERA]
        exploit_if(strangers, f"with start {start} and length {length} it read on into the next programme")


def test_two_listeners_at_once_get_bytes_of_their_own():
    steps = ["read_part('archive', 'birdsong', 0, 12)[0]", "read_part('archive', 'first', 3, 20)[0]"]
    setup = "read_part = solution.read_part; read_part('archive', 'birdsong', 0, 1)"
    for run in interleave.race(steps, setup, both_orders=False, most=40):
        for outcome, own in zip(run.outcomes, (PUBLIC, b"\xf0" * 30)):
            data = outcome.value
            exploit_if(isinstance(data, bytes) and data not in own,
                f"of two at once, one got {data!r}; the first was stopped at line {run.line}")
