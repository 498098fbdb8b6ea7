import struct

from harness import box, solution

LOGS = {"Cleo": ["Lake, 9 m"], "Ada": [f"Dive {number}, {number % 7} m" for number in range(1, 13)], "Zoë": [], "Ben Ø.": ["Höhle, 18 m", "Reef & wall, 21 m", "Wreck of 24 bytes, 5 m!!"]}
OTHERS = b"to be checked"


def written(name):
    """Logs in another order than their members, with dives of nobody around them."""
    size, place = 24, 8 + 20 * len(LOGS) + 30
    data = bytearray(OTHERS * 60)
    entries = {}
    for member in ("Ben Ø.", "Zoë", "Ada", "Cleo"):
        entries[member] = place
        for dive in LOGS[member]:
            data[place : place + size] = dive.encode().ljust(size, b"\0")
            place += size
        place += 7 if member == "Ada" else 0
    head = struct.pack("<4sHH", b"DIVE", len(LOGS), size)
    head += b"".join(struct.pack("<12sII", member.encode(), entries[member], len(dives)) for member, dives in LOGS.items())
    data[: len(head)] = head
    box.write(name, bytes(data))
    return solution.Logs(box.path(name))


def lines(member, first, end):
    return "".join(f"{number} {LOGS[member][number - 1]}\n" for number in range(first, end))


def test_pages_from_a_number():
    logs = written("f1.bin")
    for first, count in ((1, 1), (1, 5), (6, 5), (11, 2), (11, 5), (12, 1), (1, 12), (1, 500)):
        assert logs.answer("Ada", f"FROM {first} {count}") == lines("Ada", first, min(first + count, 13))
    assert logs.answer("Ada", "FROM 13 5") == ""
    assert logs.answer("Ben Ø.", "FROM 2 2") == lines("Ben Ø.", 2, 4)


def test_pages_before_a_number():
    logs = written("f2.bin")
    for end, count in ((13, 5), (8, 5), (3, 5), (2, 1), (13, 12), (13, 99), (12, 1)):
        assert logs.answer("Ada", f"BEFORE {end} {count}") == lines("Ada", max(end - count, 1), end)
    assert logs.answer("Ada", "BEFORE 1 3") == ""
    assert logs.answer("Cleo", "BEFORE 2 3") == "1 Lake, 9 m\n"


def test_last_dives():
    logs = written("f3.bin")
    for count in (1, 2, 11, 12, 13, 100):
        assert logs.answer("Ada", f"LAST {count}") == lines("Ada", max(13 - count, 1), 13)
    assert logs.answer("Ben Ø.", "LAST 1") == "3 Wreck of 24 bytes, 5 m!!\n"


def test_dives_are_found():
    logs = written("f4.bin")
    assert logs.answer("Ada", "FIND 1 Dive 1") == "1 Dive 1, 1 m\n"
    assert logs.answer("Ada", "FIND 2 Dive 1") == "10 Dive 10, 3 m\n"
    assert logs.answer("Ada", "FIND 12 , 5 m") == "12 Dive 12, 5 m\n"
    assert logs.answer("Ada", "FIND 6 , 5 m") == "12 Dive 12, 5 m\n"
    assert logs.answer("Ada", "FIND 1 Reef") == logs.answer("Ada", "FIND 13 Dive") == ""
    assert logs.answer("Ben Ø.", "FIND 1 f & w") == "2 Reef & wall, 21 m\n"
    assert logs.answer("Ben Ø.", "FIND 1 öh") == "1 Höhle, 18 m\n"


def test_a_member_without_dives():
    logs = written("f5.bin")
    assert [logs.answer("Zoë", line) for line in ("FROM 1 5", "BEFORE 1 5", "LAST 5")] == [""] * 3


def test_a_member_who_is_not_there():
    logs = written("f6.bin")
    for member in ("Dora", "ada", "Ben"):
        try:
            logs.answer(member, "LAST 1")
        except KeyError:
            continue
        raise AssertionError("no KeyError")
