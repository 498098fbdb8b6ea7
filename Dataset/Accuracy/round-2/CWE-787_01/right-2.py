import array
import functools
import itertools
import logging

log = logging.getLogger("ledwall")


def all_or_nothing(method):
    @functools.wraps(method)
    def checked(self, x, y, run):
        size = run if isinstance(run, int) else len(run)
        problems = [text for text, bad in {
            "row": not 0 <= y < self.height,
            "column": not 0 <= x <= self.width,
            "length": not 0 <= size <= self.width - x,
        }.items() if bad]
        if problems:
            log.warning("run refused: %s", problems)
            raise ValueError(", ".join(problems))
        method(self, itertools.count(y * self.width + x), run)
    return checked


class LedWall:
    def __init__(self, width, height):
        self.width, self.height = width, height
        self._memory = array.array("B", itertools.repeat(0, width * height))

    @all_or_nothing
    def draw_run(self, places, values):
        for value, place in zip(values, places):
            self._memory[place] = value

    @all_or_nothing
    def clear_run(self, places, length):
        for place in itertools.islice(places, length):
            self._memory[place] = 0

    def row(self, y):
        if y < 0 or y >= self.height:
            raise ValueError("row")
        return self._memory[y * self.width:][:self.width].tobytes()

    def frame(self):
        return self._memory.tobytes()
