"""Makes the sequence that was found as short and as plain as it can be with an effect still there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from probes.machines.domains import Domain
from probes.machines.machine import Finding, Step

#: So many runs may be spent on it.
_MOST_RUNS = 60


def shrunk(
    found: Finding, again: Callable[[Sequence[Step]], Finding | None], operations: Mapping[str, Sequence[Domain]]
) -> Finding:
    """The shortest, plainest finding that can be reached by leaving out one step or argument after the other.

    `again` takes steps from a fresh start. A finding that does not show again is returned as it is.
    """
    runs = 0
    while runs < _MOST_RUNS:
        for steps in _plainer(found.steps, operations):
            runs += 1
            if shorter := again(steps):
                found = shorter
                break
            if runs >= _MOST_RUNS:
                break
        else:
            break
    return found


def _plainer(steps: tuple[Step, ...], operations: Mapping[str, Sequence[Domain]]) -> Iterator[tuple[Step, ...]]:
    """One step alone, all steps but one, then the same steps with one argument as plain as possible."""
    if len(steps) > 2:
        yield from ((step,) for step in reversed(steps))
    if len(steps) > 1:
        yield from (steps[:index] + steps[index + 1 :] for index in range(len(steps)))
    for index, step in enumerate(steps):
        for place, domain in enumerate(operations[step.name]):
            value = domain.usual[0]
            if step.arguments[place] is not value and repr(step.arguments[place]) != repr(value):
                arguments = (*step.arguments[:place], value, *step.arguments[place + 1 :])
                yield (*steps[:index], Step(step.name, arguments), *steps[index + 1 :])
