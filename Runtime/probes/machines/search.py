"""Looks for a sequence of operations after which a solution has allowed what the model forbids."""

from __future__ import annotations

import copy
import itertools
from collections.abc import Iterator, Sequence
from typing import Any

import harness
from probes.machines import plans
from probes.machines.machine import Finding, Machine, Step
from probes.machines.shrinking import shrunk

#: So many steps that the model takes for nothing are taken one behind the other, before a fresh start.
_STEPS_IN_A_ROW = 12
_STEPS_AFTER_A_CHANGE = 7


def search(machine: type[Machine], tries: int = 400, length: int = 6, alone: float = 0.6) -> Finding | None:
    """Takes up to `tries` steps and returns the first exploit, shrunk; None if there is none.

    First steps on their own (at most the share `alone` of all; 1: no others). What is left is shared by usual steps
    behind those that changed the model, odd steps between usual ones, and drawn sequences of up to `length` steps. They
    are the same in every run.
    """
    left = tries
    changes: list[Step] = []
    for number, (steps, restarts) in enumerate(_walks(machine, tries, int(tries * alone), length, changes)):
        variant = machine.variants[number % len(machine.variants)]
        steps = steps[:left]
        if found := walk(machine, steps, variant, changes if restarts else None):
            least = shrunk(found, lambda shorter: walk(machine, shorter, found.variant), machine.operations)
            # Once more, so that it and not a shorter one without effect is what people see.
            harness.tell_from_here()
            walk(machine, least.steps, found.variant)
            return least
        left -= len(steps)
        if left <= 0:
            break
    return None


def walk(
    machine: type[Machine], steps: Sequence[Step], variant: Any = None, changes: list[Step] | None = None
) -> Finding | None:
    """Takes the steps, one behind the other, and returns the first exploit.

    With `changes`, a step that has changed the model is noted there and followed by a fresh start: the steps after it
    are on their own.
    """
    subject, taken, before = None, [], None
    for number, step in enumerate(steps, 1):
        if subject is None:
            subject, taken = machine(), []
            subject.start(variant)
            before = copy.deepcopy(subject.model)
        taken.append(step)
        effect = getattr(subject, step.name)(*step.arguments)
        changed = changes is not None and subject.model != before
        if changed or number == len(steps) or subject.looks_at_each_step:
            effect = effect or subject.wrong()
        if effect:
            return Finding(tuple(taken), str(effect), variant)
        if changed:
            changes.append(step)
            subject = None
    return None


def _walks(
    machine: type[Machine], tries: int, alone: int, length: int, changes: list[Step]
) -> Iterator[tuple[list[Step], bool]]:
    operations, seed = machine.operations, machine.__name__
    single = itertools.islice(plans.singles(operations), alone)
    taken = 0
    while row := list(itertools.islice(single, _STEPS_IN_A_ROW)):
        taken += len(row)
        yield row, True
    if alone >= tries:
        return
    share = max(0, tries - taken) // 3
    after = plans.afterwards(operations, changes, _STEPS_AFTER_A_CHANGE, seed)
    yield from ((row, False) for row in itertools.islice(after, share // (_STEPS_AFTER_A_CHANGE + 1)))
    yield from ((row, False) for row in itertools.islice(plans.between(operations), share // 3))
    yield from ((drawn, False) for drawn in plans.sequences(operations, length, seed))
