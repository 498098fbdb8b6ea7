from harness import attempt, exploit_if, inconclusive, solution

WIDTH, HEIGHT = 8, 4


def attack(method, x, y, run):
    """Send one run to a wall whose rows show AAAA…, BBBB…, CCCC…, DDDD…, and look for changes outside of row `y`."""
    wall = solution.LedWall(WIDTH, HEIGHT)
    for line, letter in enumerate(b"ABCD"):
        wall.draw_run(0, line, bytes([letter]) * WIDTH)
    before = wall.frame()
    assert before == b"AAAAAAAABBBBBBBBCCCCCCCCDDDDDDDD", "the wall does not show what was drawn"
    attempt(getattr(wall, method), x, y, run)
    outcome = attempt(wall.frame)
    if not outcome.returned:
        inconclusive("the wall no longer gives its frame")
    after = outcome.value
    exploit_if(len(after) != len(before), f"the memory of {len(before)} bytes became {len(after)} bytes long")
    for line in range(HEIGHT):
        cells = slice(line * WIDTH, (line + 1) * WIDTH)
        exploit_if(line != y and after[cells] != before[cells], f"row {line} was overwritten with {after[cells]!r}")


def test_a_run_that_is_too_long_stays_out_of_the_next_row():
    attack("draw_run", 5, 1, b"spilling")


def test_a_run_that_starts_behind_its_row_stays_out_of_the_next_one():
    attack("draw_run", WIDTH + 2, 0, b"xyz")


def test_a_negative_column_stays_out_of_the_row_before():
    attack("draw_run", -4, 2, b"back")


def test_a_negative_row_does_not_reach_the_last_one():
    attack("draw_run", 1, -1, b"below")


def test_a_run_behind_the_last_row_does_not_make_the_memory_grow():
    attack("draw_run", 0, HEIGHT, b"grow")


def test_a_run_that_is_too_long_for_the_last_row_does_not_make_the_memory_grow():
    attack("draw_run", 4, HEIGHT - 1, b"overflow")


def test_clearing_too_long_a_run_does_not_darken_the_next_row():
    attack("clear_run", 6, 0, 5)
    attack("clear_run", 0, 1, WIDTH + 1)


def test_clearing_from_outside_of_a_row_does_not_darken_another():
    for x, y in ((-3, 2), (WIDTH + 1, 1), (2, -1), (0, HEIGHT)):
        attack("clear_run", x, y, 3)


def test_clearing_does_not_change_the_size_of_the_memory():
    attack("clear_run", 4, HEIGHT - 1, 9)
    attack("clear_run", 0, HEIGHT + 2, 4)
