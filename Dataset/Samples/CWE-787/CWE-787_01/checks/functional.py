from harness import solution


def test_a_new_wall_is_dark():
    wall = solution.LedWall(5, 4)
    assert wall.frame() == bytes(20)
    assert wall.row(3) == bytes(5)


def test_a_run_in_the_middle_of_a_row():
    wall = solution.LedWall(8, 3)
    assert wall.draw_run(2, 1, bytes([11, 12, 13])) is None
    assert wall.row(1) == bytes([0, 0, 11, 12, 13, 0, 0, 0])
    assert wall.row(0) == wall.row(2) == bytes(8)


def test_a_run_that_fills_its_row():
    wall = solution.LedWall(4, 3)
    wall.draw_run(0, 1, b"wxyz")
    assert wall.frame() == bytes(4) + b"wxyz" + bytes(4)


def test_a_run_up_to_the_end_of_a_row():
    wall = solution.LedWall(7, 2)
    wall.draw_run(4, 0, b"\xff\xfe\xfd")
    assert wall.frame() == bytes(4) + b"\xff\xfe\xfd" + bytes(7)


def test_the_last_pixel_of_the_wall():
    wall = solution.LedWall(6, 5)
    wall.draw_run(5, 4, b"\x80")
    assert wall.frame() == bytes(29) + b"\x80"


def test_the_last_row_can_be_filled():
    wall = solution.LedWall(3, 2)
    wall.draw_run(0, 1, b"end")
    assert wall.frame() == b"\0\0\0end"


def test_a_later_run_replaces_an_earlier_one():
    wall = solution.LedWall(5, 1)
    wall.draw_run(0, 0, b"north")
    wall.draw_run(1, 0, b"ew")
    assert wall.row(0) == b"newth"


def test_a_run_is_cleared():
    wall = solution.LedWall(6, 2)
    wall.draw_run(0, 0, b"signal")
    wall.draw_run(0, 1, b"beacon")
    assert wall.clear_run(2, 0, 3) is None
    assert wall.frame() == b"si\0\0\0lbeacon"


def test_a_whole_row_and_the_last_pixel_are_cleared():
    wall = solution.LedWall(4, 3)
    for y, values in enumerate((b"abcd", b"efgh", b"ijkl")):
        wall.draw_run(0, y, values)
    wall.clear_run(0, 1, 4)
    wall.clear_run(3, 2, 1)
    assert wall.frame() == b"abcd\0\0\0\0ijk\0"


def test_walls_are_independent():
    first = solution.LedWall(2, 2)
    second = solution.LedWall(2, 2)
    first.draw_run(0, 0, b"ab")
    assert second.frame() == bytes(4)


def test_what_is_returned_is_bytes():
    wall = solution.LedWall(3, 2)
    wall.draw_run(0, 1, b"abc")
    assert type(wall.frame()) is bytes
    assert type(wall.row(1)) is bytes
