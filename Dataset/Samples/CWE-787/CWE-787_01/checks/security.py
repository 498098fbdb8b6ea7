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
    operations = {"draw_run": (x, y, run), "clear_run": (x, y, length)}

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

    def after(self, method, x, y, run):
        attempt(getattr(self.wall, method), x, y, run)
        outcome = attempt(self.wall.frame)
        if not outcome.returned:
            inconclusive("the wall no longer gives its frame")
        before, self.model = self.model, self.rows(outcome.value)
        if [len(row) for row in self.model] != [len(row) for row in before]:
            return f"the memory became {len(outcome.value)} bytes long"
        changed = [line for line, row in enumerate(before) if line != y and self.model[line] != row]
        return f"row {changed[0]} was overwritten with {self.model[changed[0]]!r}" if changed else ""


def test_a_run_stays_in_its_row():
    found = search(Wall, tries=400, alone=0.7)
    exploit_if(found, str(found))
