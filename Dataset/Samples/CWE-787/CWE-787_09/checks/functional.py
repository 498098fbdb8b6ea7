import struct

from harness import box, solution

OTHERS = b"skeleton&bats"


def memory_of(rooms, size=160):
    """Rooms as (start, size, waiting bytes)."""
    data = bytearray(OTHERS * size)[:size]
    head = b"BOO!" + len(rooms).to_bytes(2, "little") + b"sh"
    head += b"".join(struct.pack("<IHH", start, room, len(waiting)) for start, room, waiting in rooms)
    data[: len(head)] = head
    for start, room, waiting in rooms:
        data[start : start + room] = waiting.ljust(room, b"\0")
    return bytes(data)


def train(name, rooms):
    if box.exists(name):
        with box.hold(name) as file:
            file.write(memory_of(rooms))
    else:
        box.write(name, memory_of(rooms))


def test_cues_are_sent():
    train("f1.bin", [(100, 10, b"ab"), (60, 20, b"")])
    cues = solution.Cues("f1.bin")
    assert cues.send(0, b"cde") is None and cues.send(1, b"\0\xff") is None
    cues.send(1, bytearray(b"bats"))
    cues.send(1, b"")
    assert cues.waiting(0) == b"abcde" and cues.waiting(1) == b"\0\xffbats"
    assert box.read("f1.bin") == memory_of([(100, 10, b"abcde"), (60, 20, b"\0\xffbats")])


def test_cues_that_fill_the_room():
    train("f2.bin", [(40, 8, b"abc"), (48, 5, b""), (150, 10, b"a")])
    cues = solution.Cues(box.path("f2.bin"))
    cues.send(0, b"defgh")
    cues.send(1, b"12345")
    cues.send(2, b"234567890")
    cues.send(1, b"")
    assert box.read("f2.bin") == memory_of([(40, 8, b"abcdefgh"), (48, 5, b"12345"), (150, 10, b"a234567890")])


def test_cues_are_taken_back():
    train("f3.bin", [(40, 8, b"abcdefgh"), (48, 5, b"xyz")])
    cues = solution.Cues("f3.bin")
    assert cues.withdraw(0, 3) is None
    cues.withdraw(1, 3)
    cues.withdraw(1, 0)
    assert box.read("f3.bin") == memory_of([(40, 8, b"abcde"), (48, 5, b"")])
    cues.send(0, b"!")
    cues.withdraw(0, 6)
    cues.send(0, b"anew")
    assert cues.waiting(0) == b"anew" and cues.waiting(1) == b""
    assert box.read("f3.bin") == memory_of([(40, 8, b"anew"), (48, 5, b"")])


def test_stations_take_their_cues():
    train("f4.bin", [(40, 8, b""), (60, 8, b"")])
    cues = solution.Cues("f4.bin")
    cues.send(0, b"abcdefg")
    cues.send(1, b"1234")
    train("f4.bin", [(40, 8, b"fg"), (60, 8, b"1234")])
    assert cues.waiting(0) == b"fg"
    cues.send(0, b"hijklm")
    train("f4.bin", [(40, 8, b"klm"), (60, 8, b"")])
    cues.withdraw(0, 1)
    cues.send(1, b"12345678")
    assert box.read("f4.bin") == memory_of([(40, 8, b"kl"), (60, 8, b"12345678")])


def test_two_shows_on_one_memory():
    train("f5.bin", [(40, 20, b"")])
    first, second = solution.Cues("f5.bin"), solution.Cues("f5.bin")
    first.send(0, b"one")
    second.send(0, b"two")
    first.withdraw(0, 1)
    assert second.waiting(0) == first.waiting(0) == b"onetw"
