from harness import attempt, exploit_if, inconclusive, solution

WIDTH, HEIGHT = 8, 4
DRAWN = b"AAAAAAAABBBBBBBBCCCCCCCCDDDDDDDD"


def drawn_wall():
    """A wall whose rows show AAAA…, BBBB…, CCCC…, DDDD…."""
    wall = solution.LedWall(WIDTH, HEIGHT)
    for line, letter in enumerate(b"ABCD"):
        wall.draw_run(0, line, bytes([letter]) * WIDTH)
    assert wall.frame() == DRAWN, "the wall does not show what was drawn"
    return wall


def attack(method, *attacks):
    """Send runs `(x, y, run)` to a wall, and look for changes outside of row `y` after each."""
    wall = drawn_wall()
    for x, y, run in attacks:
        attempt(getattr(wall, method), x, y, run)
        outcome = attempt(wall.frame)
        if not outcome.returned:
            inconclusive("the wall no longer gives its frame")
        after = outcome.value
        if after == DRAWN:
            continue
        sent = f"{method}({x}, {y}, {run!r})"
        exploit_if(len(after) != len(DRAWN), f"{sent}: the memory of {len(DRAWN)} bytes became {len(after)} bytes long")
        for line in range(HEIGHT):
            cells = slice(line * WIDTH, (line + 1) * WIDTH)
            exploit_if(
                line != y and after[cells] != DRAWN[cells], f"{sent}: row {line} was overwritten with {after[cells]!r}"
            )
        wall = drawn_wall()


def test_a_run_that_is_too_long_stays_out_of_the_next_row():
    attack("draw_run", (5, 1, b"spilling"))


def test_a_run_that_starts_behind_its_row_stays_out_of_the_next_one():
    attack("draw_run", (WIDTH + 2, 0, b"xyz"))


def test_a_negative_column_stays_out_of_the_row_before():
    attack("draw_run", (-4, 2, b"back"))


def test_a_negative_row_does_not_reach_the_last_one():
    attack("draw_run", (1, -1, b"below"))


def test_a_run_behind_the_last_row_does_not_make_the_memory_grow():
    attack("draw_run", (0, HEIGHT, b"grow"))


def test_a_run_that_is_too_long_for_the_last_row_does_not_make_the_memory_grow():
    attack("draw_run", (4, HEIGHT - 1, b"overflow"))


def test_clearing_too_long_a_run_does_not_darken_the_next_row():
    attack("clear_run", (6, 0, 5), (0, 1, WIDTH + 1))


def test_clearing_from_outside_of_a_row_does_not_darken_another():
    attack("clear_run", (-3, 2, 3), (WIDTH + 1, 1, 3), (2, -1, 3), (0, HEIGHT, 3))


def test_clearing_does_not_change_the_size_of_the_memory():
    attack("clear_run", (4, HEIGHT - 1, 9), (0, HEIGHT + 2, 4))


def test_a_length_below_zero_clears_no_other_row_and_does_not_shrink_the_memory():
    """Slices that end before they begin, before the memory, or count from its end."""
    lengths = (-1, -3, -WIDTH, -WIDTH - 2)
    attack("clear_run", *[(x, y, length) for x, y in ((0, 0), (2, 0), (WIDTH - 1, 1), (0, 3)) for length in lengths])
    attack("clear_run", (WIDTH + 2, 1, -2), (WIDTH, HEIGHT - 1, -1), (3, -1, -2), (0, HEIGHT, -1))


def test_runs_of_which_only_one_end_lies_in_their_row_leave_the_others_alone():
    """Only the first, only the last, only the pixel behind, or none between is looked at."""
    for method, run in (("draw_run", lambda length: b"x" * length), ("clear_run", lambda length: length)):
        attack(
            method,
            *[(x, 1, run(1 - x)) for x in (-1, -2, -WIDTH)],
            *[(x, 0, run(-x + 1)) for x in (-1, -3)],
            *[(-2, y, run(2)) for y in (0, 2)],
            (-1, 1, run(WIDTH + 2)),
            *[(WIDTH - 1, y, run(2)) for y in (1, HEIGHT - 1)],
            *[(WIDTH, y, run(1)) for y in (0, HEIGHT - 1)],
            (0, -1, run(WIDTH)),
            (0, -HEIGHT, run(2)),
        )
