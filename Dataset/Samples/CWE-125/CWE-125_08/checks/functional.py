from harness import attempt, solution

TABLE = bytes((7 * place + place // 5) % 251 for place in range(3 * 40))


def colour(number):
    return tuple(TABLE[3 * number : 3 * number + 3])


def made(**palettes):
    studio = solution.Palettes(TABLE)
    for artist, (first, count) in palettes.items():
        studio.give(artist, first, count)
    return studio


def test_numbers_of_every_size():
    studio = made(Ida=(4, 16), Ben=(20, 2), Ann=(22, 4), Zoe=(0, 40))
    assert studio.paint("Ida", b"\x0f\xa3", 4) == [colour(4 + number) for number in (0, 15, 10, 3)]
    assert studio.paint("Ben", b"\xa1", 1) == [colour(20 + number) for number in (1, 0, 1, 0, 0, 0, 0, 1)]
    assert studio.paint("Ann", b"\x1b\xc6", 2) == [colour(22 + number) for number in (0, 1, 2, 3, 3, 0, 1, 2)]
    assert studio.paint("Zoe", b"\x27\x00\x10", 8) == [colour(number) for number in (39, 0, 16)]


def test_a_picture_without_numbers():
    assert made(Ida=(4, 5)).paint("Ida", b"", 4) == []


def test_palettes_at_the_ends_of_the_table():
    studio = made(Ida=(0, 3), Ben=(37, 3))
    assert studio.span("Ida", 0, 2) == [colour(0), colour(1), colour(2)]
    assert studio.span("Ben", 0, 2) == [colour(37), colour(38), colour(39)]
    assert studio.paint("Ben", b"\x24", 2) == [colour(37), colour(39), colour(38), colour(37)]
    assert studio.blend("Ben", 32) == colour(39) and studio.blend("Ida", 0) == colour(0)


def test_spans():
    studio = made(Ida=(5, 9))
    assert studio.span("Ida", 2, 4) == [colour(7), colour(8), colour(9)]
    assert studio.span("Ida", 8, 8) == [colour(13)]


def test_what_was_arranged():
    studio = made(Ida=(5, 9), Ben=(20, 9))
    studio.arrange("Ida", [8, 0, 3, 3])
    assert studio.paint("Ida", b"\x1b", 2) == [colour(13), colour(5), colour(8), colour(8)]
    assert studio.span("Ida", 1, 3) == [colour(5), colour(8), colour(8)]
    assert studio.blend("Ida", 16) == colour(5)
    assert studio.span("Ben", 0, 1) == [colour(20), colour(21)]
    studio.arrange("Ida", [1] * 20)
    assert studio.span("Ida", 19, 19) == [colour(6)]


def test_what_was_arranged_holds_with_another_palette():
    studio = made(Ida=(5, 9))
    studio.arrange("Ida", [2, 1])
    studio.give("Ida", 30, 4)
    assert studio.span("Ida", 0, 1) == [colour(32), colour(31)]
    studio.give("Ida", 3, 3)
    assert studio.paint("Ida", b"\x00\x01", 8) == [colour(5), colour(4)]


def test_blends():
    studio = made(Ida=(5, 4))
    a, b = colour(6), colour(7)
    for rest in range(16):
        assert studio.blend("Ida", 16 + rest) == tuple(((16 - rest) * x + rest * y) // 16 for x, y in zip(a, b))
    assert studio.blend("Ida", 48) == colour(8)
    studio.arrange("Ida", [3, 0])
    a, b = colour(8), colour(5)
    assert studio.blend("Ida", 5) == tuple((11 * x + 5 * y) // 16 for x, y in zip(a, b))


def test_a_palette_of_one_colour():
    studio = made(Ida=(39, 1))
    assert studio.paint("Ida", b"\0", 1) == [colour(39)] * 8
    assert studio.blend("Ida", 0) == colour(39)


def test_artists_without_a_palette():
    studio = made(Ida=(5, 4))
    for call in (("paint", b"\0", 8), ("span", 0, 1), ("blend", 0)):
        assert isinstance(attempt(getattr(studio, call[0]), "Ben", *call[1:]).error, KeyError)
    studio.give("Ben", 1, 2)
    assert studio.span("Ben", 0, 1) == [colour(1), colour(2)]


def test_tables_are_independent():
    other = solution.Palettes(bytes(30))
    studio = made(Ida=(5, 4))
    other.give("Ida", 0, 2)
    other.arrange("Ida", [1, 0])
    assert studio.span("Ida", 0, 1) == [colour(5), colour(6)]
    assert other.span("Ida", 0, 1) == [(0, 0, 0)] * 2
