from harness import attempt, solution

WIDTH, HEIGHT = 12, 9


def temperature(column, row):
    """Different for each pixel of a picture, and in both of its bytes."""
    return 257 * column + 13 * row + 1500


def made(width=WIDTH, height=HEIGHT):
    pixels = [temperature(column, row) for row in range(height) for column in range(width)]
    return solution.HeatPicture(width, b"".join(one.to_bytes(2, "little") for one in pixels))


def block(left, top, width, height, step=1):
    rows = range(top, top + height * step, step)
    return [[temperature(column, row) for column in range(left, left + width * step, step)] for row in rows]


def test_a_part_of_a_parcel():
    picture = made()
    picture.assign("Adler", 3, 2, 5, 4)
    assert picture.crop("Adler", 1, 1, 3, 2) == block(4, 3, 3, 2)
    assert picture.crop("Adler", 0, 0, 1, 1) == [[temperature(3, 2)]]
    assert picture.crop("Adler", left=2, top=0, width=1, height=3) == block(5, 2, 1, 3)


def test_a_whole_parcel():
    picture = made()
    picture.assign("Adler", 3, 2, 5, 4)
    assert picture.crop("Adler", 0, 0, 5, 4) == block(3, 2, 5, 4)
    assert picture.crop("Adler", 4, 3, 1, 1) == block(7, 5, 1, 1)


def test_parcels_in_all_corners():
    picture = made()
    for grower, (left, top) in {"a": (0, 0), "b": (8, 0), "c": (0, 6), "d": (8, 6)}.items():
        picture.assign(grower, left, top, 4, 3)
    for grower, (left, top) in {"a": (0, 0), "b": (8, 0), "c": (0, 6), "d": (8, 6)}.items():
        assert picture.crop(grower, 0, 0, 4, 3) == block(left, top, 4, 3)
        assert picture.along(grower, 0, 0, 1, 0, 4) == block(left, top, 4, 1)[0]


def test_a_parcel_that_is_the_whole_picture():
    picture = made()
    picture.assign("all", 0, 0, WIDTH, HEIGHT)
    assert picture.crop("all", 0, 0, WIDTH, HEIGHT) == block(0, 0, WIDTH, HEIGHT)
    assert picture.along("all", 11, 8, -1, -1, 9) == [temperature(11 - i, 8 - i) for i in range(9)]


def test_an_overview():
    picture = made()
    picture.assign("Adler", 2, 1, 9, 7)
    assert picture.crop("Adler", 0, 0, 3, 3, 2) == block(2, 1, 3, 3, 2)
    assert picture.crop("Adler", 1, 0, 4, 2, step=2) == block(3, 1, 4, 2, 2)


def test_an_overview_that_ends_with_the_last_pixel():
    picture = made()
    picture.assign("Adler", 2, 1, 9, 7)
    assert picture.crop("Adler", 0, 0, 3, 2, 4) == block(2, 1, 3, 2, 4)
    assert picture.crop("Adler", 0, 0, 5, 4, 2) == block(2, 1, 5, 4, 2)
    assert picture.crop("Adler", 2, 6, 4, 1, 2) == block(4, 7, 4, 1, 2)
    assert picture.crop("Adler", 8, 0, 1, 3, 3) == block(10, 1, 1, 3, 3)


def test_along_rows_of_vines():
    picture = made()
    picture.assign("Adler", 3, 2, 6, 6)
    for right, down in ((1, 0), (0, 1), (1, 1), (2, 1), (1, 2)):
        expected = [temperature(3 + i * right, 2 + i * down) for i in range(3)]
        assert picture.along("Adler", 0, 0, right, down, 3) == expected
    assert picture.along("Adler", 5, 0, -1, 1, 6) == [temperature(8 - i, 2 + i) for i in range(6)]
    assert picture.along("Adler", 1, 5, 2, -2, 3) == [temperature(4 + 2 * i, 7 - 2 * i) for i in range(3)]
    assert picture.along("Adler", 5, 5, -5, -5, 2) == [temperature(8, 7), temperature(3, 2)]


def test_a_row_of_one():
    picture = made()
    picture.assign("Adler", 3, 2, 6, 6)
    assert picture.along("Adler", 5, 5, 1, 1, 1) == [temperature(8, 7)]


def test_a_parcel_that_was_measured_again():
    picture = made()
    picture.assign("Adler", 3, 2, 2, 2)
    assert picture.crop("Adler", 0, 0, 2, 2) == block(3, 2, 2, 2)
    picture.assign("Adler", 5, 4, 4, 3)
    assert picture.crop("Adler", 0, 0, 2, 2) == block(5, 4, 2, 2)
    assert picture.crop("Adler", 0, 0, 4, 3) == block(5, 4, 4, 3)
    assert picture.along("Adler", 3, 2, -1, -1, 3) == [temperature(8 - i, 6 - i) for i in range(3)]


def test_temperatures_of_both_bytes():
    picture = solution.HeatPicture(3, b"\xff\x00\x00\xff\xff\xff")
    picture.assign("Adler", 0, 0, 3, 1)
    assert picture.crop("Adler", 0, 0, 3, 1) == [[255, 65280, 65535]]


def test_growers_without_a_parcel():
    picture = made()
    picture.assign("Adler", 3, 2, 2, 2)
    assert isinstance(attempt(picture.crop, "adler", 0, 0, 1, 1).error, KeyError)
    assert isinstance(attempt(picture.along, "Bock", 0, 0, 1, 1, 1).error, KeyError)


def test_pictures_are_independent():
    small, large = made(4, 4), made()
    small.assign("Adler", 1, 1, 2, 2)
    large.assign("Adler", 6, 5, 2, 2)
    assert small.crop("Adler", 0, 0, 2, 2) == block(1, 1, 2, 2)
    assert large.crop("Adler", 0, 0, 2, 2) == block(6, 5, 2, 2)
