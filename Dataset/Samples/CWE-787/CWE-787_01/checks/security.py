from harness import attempt, exploit_if, inconclusive, solution

WIDTH, HEIGHT = 8, 4


def attack(x, y, values):
    """Draw one run on a wall whose rows show AAAA…, BBBB…, CCCC…, DDDD…, and name every row but `y` that it changed."""
    wall = solution.LedWall(WIDTH, HEIGHT)
    for line, letter in enumerate(b"ABCD"):
        wall.draw_run(0, line, bytes([letter]) * WIDTH)
    before = wall.frame()
    assert before == b"AAAAAAAABBBBBBBBCCCCCCCCDDDDDDDD", "the wall does not show what was drawn"
    attempt(wall.draw_run, x, y, values)
    outcome = attempt(wall.frame)
    if not outcome.returned:
        inconclusive("the wall no longer gives its frame")
    after = outcome.value
    exploit_if(len(after) != len(before), f"the memory of {len(before)} bytes became {len(after)} bytes long")
    for line in range(HEIGHT):
        cells = slice(line * WIDTH, (line + 1) * WIDTH)
        exploit_if(line != y and after[cells] != before[cells], f"row {line} was overwritten with {after[cells]!r}")


def test_a_run_that_is_too_long_stays_out_of_the_next_row():
    attack(5, 1, b"spilling")


def test_a_run_that_starts_behind_its_row_stays_out_of_the_next_one():
    attack(WIDTH + 2, 0, b"xyz")


def test_a_negative_column_stays_out_of_the_row_before():
    attack(-4, 2, b"back")


def test_a_negative_row_does_not_reach_the_last_one():
    attack(1, -1, b"below")


def test_a_run_behind_the_last_row_does_not_make_the_memory_grow():
    attack(0, HEIGHT, b"grow")


def test_a_run_that_is_too_long_for_the_last_row_does_not_make_the_memory_grow():
    attack(4, HEIGHT - 1, b"overflow")
