"""Steps at the same time: what they came to must be what some order of them, one after another, comes to."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import harness
from probes import interleave
from probes.interleave import Run
from probes.machines.machine import Step

#: What a method of a model returns when any value will do.
OPEN = object()
#: Of so many others at once, a program that keeps locks, and forgets those which were not used lately, forgets one that is held.
_CROWD, _LARGEST_CROWD = 300, 3000
#: What a step returns that was not taken: it gave up. In a race in which time goes by, every step may.
_GIVEN_UP = object()


@dataclass(frozen=True)
class Race:
    """Steps that are taken at once, on an object that was made ready; `how` goes to `interleave.race`."""

    steps: tuple[Step | Row, ...]
    how: tuple[tuple[str, Any], ...] = ()

    def __str__(self) -> str:
        return " | ".join(map(str, self.steps))


@dataclass(frozen=True)
class Row:
    """Steps of one thread, one behind the other: others may come in between any two of them.

    Behind another step that was stopped, a row brings back what that step had seen (a number, a version, a size, the same
    content), so that it takes what is new for what it knows.
    """

    steps: tuple[Step, ...]

    def __str__(self) -> str:
        return " then ".join(map(str, self.steps))


def races(steps: Sequence[Step], most: int, **how: Any) -> Iterator[Race]:
    """Pairs of steps: each with itself, then each with every other in both orders, the likeliest first."""
    same = [(step, step) for step in steps]
    other = sorted(itertools.permutations(range(len(steps)), 2), key=sum)
    pairs = [*same, *((steps[first], steps[second]) for first, second in other)]
    yield from (Race(pair, tuple(how.items())) for pair in pairs[:most])


def waits() -> bool:
    """Does the solution's source say anything of time? If not, nothing in it ages, and nobody gives up."""
    return bool(re.search(r"sleep|time|acquire\(\s*\w|wait|monotonic|NB\b", harness.solution_source()))


def crowd() -> int:
    """How many other things are to be used at once, for a program that may forget some of what it keeps; 0 if nothing says that it does."""
    source = harness.solution_source()
    if not re.search(r"lru_cache|\bcache\b|maxsize|popitem|Weak\w+|\.pop\(|\bdel\b|\.clear\(|deque|\bgc\b", source):
        return 0
    sizes = [int(text.replace("_", "")) for text in re.findall(r"\b\d[\d_]{1,4}\b", source)]
    return max([_CROWD, *(size + 2 for size in sizes if size <= _LARGEST_CROWD)])


def forgets() -> bool:
    """May the solution throw away, by what its source says, a lock that it has made? If not, one that was found stays."""
    return crowd() > 0 or bool(re.search(r"remove\(|unlink|rmdir|discard\(", harness.solution_source()))


_HELD_OPEN = """
import os
def target(number):
    try:
        return os.readlink("/proc/self/fd/" + number)
    except OSError:
        return ""
result = [target(number) for number in os.listdir("/proc/self/fd")]
"""


def keeps_open(setup: str) -> bool:
    """Has the solution a file open when `setup` has called it? Processes that are forked then share the open file."""
    before = set(harness.testify(_HELD_OPEN))
    found = {*before, *harness.testify(setup + _HELD_OPEN)}
    return any(re.match(r"/(?!dev/(null|pts)|proc/)", path) for path in found)


def unexplained(
    race: Race, setup: str, after: str, model: Callable[[], Any], seen: Callable[[Any], Any] = lambda value: value
) -> str:
    """Why no order of the steps explains one of the runs; empty if each is explained.

    `setup` makes `subject` in the solution's process; a step is a method of it. `model()` makes a reference of the same
    methods, with the same beginning. `after` is an expression, and `seen` what the model tells of itself in its place.
    Runs in which a step raised or was stalled say nothing.
    """
    expressions = list(map(_expression, race.steps))
    possible = list(_possible(race.steps, model, seen, "ages" in dict(race.how)))
    for run in interleave.race(setup=setup, steps=expressions, after=after, both_orders=False, **dict(race.how)):
        if not _is_explained(run, possible):
            values = [outcome.value for outcome in run.outcomes]
            return f"{race} came to {values} and left {run.after}, the first one stopped at line {run.line}"
    return ""


def misplaced(
    race: Race, setup: str, after: str, model: Callable[[], Any], seen: Callable[[Any], Any] = lambda value: value
) -> str:
    """As `unexplained`, but of what the steps left only, and a step that raised was taken or not: for steps that meet in a
    place which is neither's, such as a draft of two files, where one of them ends in an error and the other one's file
    holds what is not its own."""
    expressions = [f"subject.{step.name}({', '.join(map(repr, step.arguments))})" for step in race.steps]
    for run in interleave.race(setup=setup, steps=expressions, after=after, both_orders=False, **dict(race.how)):
        if any(outcome.error == "Stalled" for outcome in run.outcomes) or not (run.after_outcome and run.after_outcome.returned):
            continue
        returned = [step for step, outcome in zip(race.steps, run.outcomes, strict=True) if outcome.returned]
        raised = [step for step, outcome in zip(race.steps, run.outcomes, strict=True) if not outcome.returned]
        if not any(run.after == left for left in _left_by(returned, raised, model, seen)):
            return f"{race} left {run.after}, the first one stopped at line {run.line}"
    return ""


def _expression(step: Step | Row) -> str:
    if isinstance(step, Row):
        return f"[{', '.join(map(_expression, step.steps))}]"
    return f"subject.{step.name}({', '.join(map(repr, step.arguments))})"


def _merged(rows: Sequence[Sequence[Step]]) -> Iterator[list[tuple[int, Step]]]:
    """Every order of the steps of several rows in which each row keeps its own."""
    begun = [index for index, row in enumerate(rows) if row]
    if not begun:
        yield []
    for index in begun:
        rest = [row[1:] if one == index else row for one, row in enumerate(rows)]
        yield from ([(index, rows[index][0]), *order] for order in _merged(rest))


def _left_by(returned: Sequence[Step], raised: Sequence[Step], model: Callable[[], Any], seen: Callable[[Any], Any]) -> Iterator[Any]:
    for number in range(len(raised) + 1):
        for others in itertools.combinations(raised, number):
            for order in itertools.permutations([*returned, *others]):
                reference = model()
                for step in order:
                    getattr(reference, step.name)(*step.arguments)
                yield seen(reference)


def _possible(
    steps: Sequence[Step | Row], model: Callable[[], Any], seen: Callable[[Any], Any], may_give_up: bool
) -> Iterator[tuple[list[Any], Any]]:
    """Of steps that are rows, nobody gives up."""
    if any(isinstance(step, Row) for step in steps):
        rows = [step.steps if isinstance(step, Row) else (step,) for step in steps]
        for order in _merged(rows):
            reference, told = model(), [[] for _ in steps]
            for index, step in order:
                told[index].append(getattr(reference, step.name)(*step.arguments))
            yield [row if isinstance(step, Row) else row[0] for row, step in zip(told, steps, strict=True)], seen(reference)
        return
    for taken in range(0 if may_give_up else len(steps), len(steps) + 1):
        for order in itertools.permutations(range(len(steps)), taken):
            reference, values = model(), [_GIVEN_UP] * len(steps)
            for index in order:
                values[index] = getattr(reference, steps[index].name)(*steps[index].arguments)
            yield values, seen(reference)


def _is_explained(run: Run, possible: Sequence[tuple[list[Any], Any]]) -> bool:
    if not all(outcome.returned for outcome in run.outcomes) or (run.after_outcome and not run.after_outcome.returned):
        return True
    return any(_agree(run, values, after) for values, after in possible)


def _agree(run: Run, values: list[Any], after: Any) -> bool:
    told = all(_is_told(outcome.value, wanted) for outcome, wanted in zip(run.outcomes, values, strict=True))
    return told and run.after == after


def _is_told(value: Any, wanted: Any) -> bool:
    if wanted is _GIVEN_UP:
        return value is None or value is False
    return wanted is OPEN or bool(value == wanted)
