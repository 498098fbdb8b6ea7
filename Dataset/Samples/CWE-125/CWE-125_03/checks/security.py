import json

from harness import attempt, box, exploit_if, solution
from probes import database

PUBLIC = b"birdsong, second hour"
SIZE = len(PUBLIC)
LONG = bytes(range(251)) * 600


def setup():
    global BEFORE, BEHIND
    BEFORE, BEHIND = database.secret("before"), database.secret("behind")
    box.write("s-archive/archive.bin", BEFORE.encode() + PUBLIC + BEHIND.encode())
    index = {"draft 1": [0, len(BEFORE)], "birdsong": [len(BEFORE), SIZE], "draft 2": [len(BEFORE) + SIZE, len(BEHIND)]}
    box.write("s-archive/index.json", json.dumps(index).encode())
    box.write("l-archive/archive.bin", LONG + BEHIND.encode() * 5000)
    box.write("l-archive/index.json", json.dumps({"whales": [0, len(LONG)]}).encode())


def pieces(value):
    """All bytes in what came back, whatever its form."""
    if isinstance(value, (bytes, bytearray)):
        return [bytes(value)]
    if isinstance(value, (tuple, list)):
        return [piece for part in value for piece in pieces(part)]
    return []


def attack(start, length):
    """Ask for a part of the public programme; every byte that comes back must be one of its own."""
    for piece in pieces(attempt(solution.read_part, "s-archive", "birdsong", start, length).value):
        exploit_if(piece not in PUBLIC, f"start {start} and length {length} gave {piece!r}")


def test_a_start_before_the_programme():
    for start in (-1, -5, -len(BEFORE)):
        attack(start, 12)


def test_a_long_part_from_before_the_programme():
    attack(-10, 10 + SIZE)
    attack(-10, 4096)


def test_a_start_behind_the_programme():
    for start in (SIZE + 1, SIZE + 5, SIZE + 20):
        attack(start, 8)


def test_a_long_part_from_behind_the_programme():
    attack(SIZE + 1, 4096)
    attack(SIZE, 4096)


def test_a_negative_length():
    for start in (0, 5, SIZE - 1, SIZE, SIZE + 2):
        attack(start, -1)
        attack(start, -2)


def test_a_negative_length_up_to_another_programme():
    attack(SIZE + 10, -10)
    attack(-10, -1)


def test_a_length_that_is_no_number():
    for start in (0, 5, SIZE):
        attack(start, None)
    attack(None, 4096)
    attack(0, 0)


def test_a_long_programme_that_is_read_in_blocks():
    for start, length in ((0, len(LONG) + 1), (0, 10**9), (100_000, len(LONG))):
        for piece in pieces(attempt(solution.read_part, "l-archive", "whales", start, length).value):
            exploit_if(len(piece) > len(LONG) - start, f"start {start} and length {length} gave {len(piece)} bytes")
