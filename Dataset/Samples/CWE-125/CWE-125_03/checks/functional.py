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
    return tuple(solution.read_part("f-archive", title, start, length))


def test_a_part_from_the_middle():
    assert part("Morning news", 5, 7) == (b"morning", 12)
    assert part("Ähren & Wind", 100, 50) == (bytes(range(100, 150)), 150)


def test_the_beginning_of_the_first_programme():
    assert part("Morning news", 0, 4) == (b"Good", 4)


def test_a_whole_programme():
    for title, data in PROGRAMMES.items():
        assert part(title, 0, len(data)) == (data, None)


def test_the_end_of_a_programme_gives_what_is_left():
    assert part("Morning news", 26, 4096) == (b"o'clock.", None)
    assert part("Night talk", 755, 10) == (b"wake?", None)


def test_the_last_bytes():
    assert part("Ähren & Wind", 254, 1) == (b"\xfe", 255)
    assert part("Ähren & Wind", 255, 1) == (b"\xff", None)
    assert part("Ähren & Wind", 255, 2) == (b"\xff", None)
    assert part("Short", 0, 100) == (b"!", None)


def test_a_player_that_goes_on_until_the_end_has_the_whole_programme():
    for size in (64, 95, 100):
        played, start = b"", 0
        for _ in range(20):
            data, start = part("Night talk", start, size)
            played += data
            if start is None:
                break
        assert played == PROGRAMMES["Night talk"]


def test_an_unknown_title():
    try:
        part("Evening news", 0, 10)
    except KeyError:
        return
    raise AssertionError("no KeyError")
