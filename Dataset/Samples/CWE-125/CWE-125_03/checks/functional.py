import json

from harness import box, solution

PROGRAMMES = {
    "Morning news": b"Good morning, it is seven o'clock.",
    "Ähren & Wind": bytes(range(256)),
    "Short": b"!",
    "Night talk": b"Who is still awake?" * 40,
}


def setup():
    archive, index = b"", {}
    for title, data in PROGRAMMES.items():
        index[title] = [len(archive), len(data)]
        archive += data
    box.write("f-archive/archive.bin", archive)
    box.write("f-archive/index.json", json.dumps(index).encode())


def part(title, start, length):
    return solution.read_part("f-archive", title, start, length)


def test_a_part_from_the_middle():
    assert part("Morning news", 5, 7) == b"morning"
    assert part("Ähren & Wind", 100, 50) == bytes(range(100, 150))


def test_the_beginning_of_the_first_programme():
    assert part("Morning news", 0, 4) == b"Good"


def test_a_whole_programme():
    for title, data in PROGRAMMES.items():
        assert part(title, 0, len(data)) == data


def test_the_end_of_a_programme_gives_what_is_left():
    assert part("Morning news", 26, 4096) == b"o'clock."
    assert part("Night talk", 755, 10) == b"wake?"


def test_the_last_byte():
    assert part("Ähren & Wind", 255, 1) == b"\xff"
    assert part("Ähren & Wind", 255, 2) == b"\xff"
    assert part("Short", 0, 100) == b"!"


def test_parts_put_together_are_the_programme():
    data = PROGRAMMES["Night talk"]
    parts = [part("Night talk", start, 64) for start in range(0, len(data), 64)]
    assert b"".join(parts) == data


def test_an_unknown_title():
    try:
        part("Evening news", 0, 10)
    except KeyError:
        return
    raise AssertionError("no KeyError")
