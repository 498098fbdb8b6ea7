from harness import solution


def run(count, value):
    return bytes([count]) + value


def copy(distance, count):
    return bytes([0, distance, count])


def unpacked(size, *instructions):
    picture = solution.Unpacker(*size).unpack(b"".join(instructions))
    assert isinstance(picture, bytes)
    return picture


def test_runs():
    assert unpacked((4, 3), run(1, b"a"), run(7, b"b"), run(4, b"\0")) == b"abbbbbbb\0\0\0\0"


def test_one_pixel_and_one_run():
    assert unpacked((1, 1), run(1, b"z")) == b"z"
    assert unpacked((17, 15), run(255, b"\xff")) == b"\xff" * 255


def test_a_copy_of_earlier_pixels():
    assert unpacked((9, 1), run(2, b"a"), run(1, b"b"), run(1, b"c"), copy(3, 2), copy(6, 3)) == b"aabcabaab"


def test_a_copy_from_the_first_pixel():
    assert unpacked((6, 1), run(1, b"a"), run(2, b"b"), copy(3, 3)) == b"abbabb"
    assert unpacked((2, 1), run(1, b"a"), copy(1, 1)) == b"aa"


def test_a_copy_of_what_it_has_written_itself():
    assert unpacked((5, 2), run(1, b"x"), copy(1, 9)) == b"x" * 10
    assert unpacked((11, 1), run(1, b"a"), run(1, b"b"), run(1, b"c"), copy(2, 8)) == b"abcbcbcbcbc"


def test_the_largest_copy():
    assert unpacked((30, 17), run(255, b"q"), copy(255, 255)) == b"q" * 510


def test_a_copy_of_nothing():
    assert unpacked((2, 2), run(2, b"a"), copy(1, 0), run(2, b"b")) == b"aabb"


def test_several_pictures_after_each_other():
    unpacker = solution.Unpacker(3, 2)
    assert unpacker.unpack(run(6, b"a")) == b"aaaaaa"
    assert unpacker.unpack(run(1, b"b") + run(1, b"c") + copy(2, 4)) == b"bcbcbc"
    first = unpacker.unpack(run(5, b"d") + run(1, b"e"))
    assert unpacker.unpack(run(6, b"f")) == b"ffffff"
    assert first == b"ddddde"


def test_pixels_used():
    unpacker = solution.Unpacker(6, 1)
    assert unpacker.pixels_used(run(2, b"a") + copy(1, 3) + run(1, b"c")) == 6
    assert unpacker.pixels_used(run(200, b"a") + copy(7, 250)) == 450
    assert unpacker.pixels_used(b"") == 0
    assert unpacker.unpack(run(6, b"g")) == b"gggggg"


def test_unpackers_are_independent():
    first, second = solution.Unpacker(2, 1), solution.Unpacker(2, 1)
    first.unpack(run(2, b"a"))
    assert second.unpack(run(2, b"b")) == b"bb"
    assert first.unpack(run(1, b"c") + copy(1, 1)) == b"cc"
