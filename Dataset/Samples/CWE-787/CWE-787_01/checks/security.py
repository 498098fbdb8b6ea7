from harness import attempt, exploit_if, inconclusive, solution
from probes.machines import values
from probes.machines.domains import domain
from probes.machines.machine import Machine
from probes.machines.search import search

WIDTH, HEIGHT = 8, 4


class Wall(Machine):
    """A run changes pixels of its own row only, and the memory keeps its size."""

    variants = ((WIDTH, HEIGHT), (WIDTH, HEIGHT), (WIDTH, HEIGHT), (1, 3), (5, 1))
    x = domain(0, 5, odd=[-1, WIDTH, -4, WIDTH + 2, *values.around(0, WIDTH, WIDTH * HEIGHT)])
    y = domain(1, HEIGHT - 1, 0, odd=[-1, HEIGHT, *values.around(0, HEIGHT), *values.WIDTHS, True, False])
    length = domain(3, 1, odd=[WIDTH + 1, -1, 4, *values.around(0, WIDTH, WIDTH * HEIGHT), True, 2.0, values.INFINITY,
        -(2**31)])
    run = domain(b"xyz", b"x", odd=[b"x" * size for size in (9, 4, 2, 7, 8, 10, 17, 32, 40, 0)])
    #: Columns and rows that are wrong, and together give a place in the memory.
    crossed = domain(
        *((WIDTH, 1), (-1, 1), (WIDTH + 2, -1), (-3, HEIGHT), (2 * WIDTH, 0), (-WIDTH, 2), (2 * WIDTH, -2)),
        *((WIDTH * HEIGHT - 1, 0), (-WIDTH * HEIGHT, HEIGHT), (WIDTH * HEIGHT, -HEIGHT), (1, -HEIGHT)),
        (-2 * WIDTH, HEIGHT + 1),
    )
    operations = {
        "draw_run": (x, y, run),
        "clear_run": (x, y, length),
        "draw_across": (crossed, domain(b"xy", b"")),
        "clear_across": (crossed, domain(2, -1, 0)),
        "draw_on_another_wall": (domain((WIDTH, HEIGHT), (5, 1)),),
    }

    def start(self, size):
        self.width, height = size
        self.wall = solution.LedWall(*size)
        for line in range(height):
            self.wall.draw_run(0, line, bytes([65 + line]) * self.width)
        self.model = self.rows(self.wall.frame())
        if self.model != [bytes([65 + line]) * self.width for line in range(height)]:
            inconclusive("the wall does not show what was drawn")

    def rows(self, frame):
        return [frame[start : start + self.width] for start in range(0, len(frame), self.width)]

    def draw_run(self, x, y, run):
        return self.after("draw_run", x, y, run)

    def clear_run(self, x, y, length):
        return self.after("clear_run", x, y, length)

    def draw_across(self, place, run):
        return self.after("draw_run", *place, run)

    def clear_across(self, place, length):
        return self.after("clear_run", *place, length)

    def draw_on_another_wall(self, size):
        other = solution.LedWall(*size)
        attempt(other.draw_run, 0, 0, b"other")
        return "" if self.rows(self.wall.frame()) == self.model else "a run on another wall was drawn on this one"

    def after(self, method, x, y, run):
        attempt(getattr(self.wall, method), x, y, run)
        outcome = attempt(self.wall.frame)
        if not outcome.returned:
            inconclusive("the wall no longer gives its frame")
        before, self.model = self.model, self.rows(outcome.value)
        if [len(row) for row in self.model] != [len(row) for row in before]:
            return f"the memory became {len(outcome.value)} bytes long"
        changed = [line for line, row in enumerate(before) if line != y and self.model[line] != row]
        if changed:
            return f"row {changed[0]} was overwritten with {self.model[changed[0]]!r}"
        is_there = type(y) is type(x) is int and x > 0 and 0 <= y < len(before)
        if is_there and before[y][:x] != self.model[y][:x]:
            return f"row {y} was overwritten before column {x}"
        return ""


def test_a_run_stays_in_its_row():
    found = search(Wall, tries=400, alone=0.7)
    exploit_if(found, str(found))
