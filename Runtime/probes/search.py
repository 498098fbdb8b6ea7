"""Looks for an attack: tries candidates, likely ones first, until one has its effect, and shrinks it.

def test_a_station_is_only_compared():
    words = sql.values("Millbrook", ("OR 1",), ("station",))
    search.attack("the station", words, lambda word: database.leaks(attempt(look_up, word), PIN))
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Any, TypeVar

import harness

Candidate = TypeVar("Candidate")

#: Enough for a function without Flask or programs of its own.
TRIES = 300
_SHRINKING_TRIES = 24
_TRIED_AGAIN = 4
_LONGEST_SHOWN = 120


def attack(
    where: str,
    candidates: Iterable[Candidate],
    effect: Callable[[Candidate], Any],
    tries: int = TRIES,
    shrink: int = _SHRINKING_TRIES,
) -> None:
    """Ends the check as exploited at the first candidate that has an effect; the evidence is the shortest that has it.

    `candidates` are texts, bytes, or tuples of them (several values at once); repeated ones are tried once, and no more
    than `tries` are. When none has an effect, the first few are tried once more: what is checked the first time, or
    remembered as if it had been, is checked no longer.
    `effect(candidate)` carries the attack out, within `attempt`, and gives what must never happen as
    text or a list, or nothing. It must leave all as it was, or start afresh: candidates are tried one after the other.
    """
    chosen = _chosen(candidates, tries)
    again = chosen[: max(_TRIED_AGAIN, tries // 8)] if tries >= _TRIED_AGAIN else []
    found = first(chosen, effect, tries) or first(again, effect, tries)
    if found is None:
        return
    candidate, evidence = shortest(found, effect, shrink)
    # Once more, so that it and not a shrunk one without effect is what people see.
    harness.tell_from_here()
    effect(candidate)
    harness.exploit_if(True, f"{where} {_shown(candidate)}: {_told(evidence)}")


def attack_in_groups(
    where: str,
    candidates: Iterable[Candidate],
    begin: Callable[[], tuple[Callable[[Candidate], Any], Callable[[], Any]]],
    tries: int = TRIES,
    size: int = 25,
) -> None:
    """The same where looking is dear, and what a candidate does stays to be seen.

    `begin()` makes a fresh place and gives `use(candidate)`, and `look()`, which tells what must never happen. A group
    is used before each look; of one that had an effect, each candidate is tried alone, to name and shrink the first.
    """
    waiting = iter(_chosen(candidates, tries))
    use, look = begin()

    def alone(candidate: Candidate) -> Any:
        use, look = begin()
        use(candidate)
        return look()

    while group := list(islice(waiting, size)):
        for candidate in group:
            use(candidate)
        if evidence := look():
            attack(where, group, alone, len(group), shrink=8)
            harness.exploit_if(True, f"{where}, {len(group)} from {_shown(group[0])} on together: {_told(evidence)}")


def first(
    candidates: Iterable[Candidate], effect: Callable[[Candidate], Any], tries: int = TRIES
) -> tuple[Candidate, Any] | None:
    """The first candidate that has an effect, with the effect; None if none of the first `tries` has."""
    for candidate in _chosen(candidates, tries):
        if evidence := effect(candidate):
            return candidate, evidence
    return None


def _chosen(candidates: Iterable[Candidate], tries: int) -> list[Candidate]:
    """Those that are tried: each of them once. Candidates may go on for ever."""
    return list(dict.fromkeys(islice(candidates, 4 * tries)))[:tries]


def shortest(
    found: tuple[Candidate, Any], effect: Callable[[Candidate], Any], tries: int = _SHRINKING_TRIES
) -> tuple[Candidate, Any]:
    """Takes parts away from a candidate as long as it keeps an effect: halves first, single words and signs last."""
    candidate, evidence = found
    parts = _parts(candidate)
    size = (len(parts) + 1) // 2
    while size and tries > 0:
        start = 0
        while start < len(parts) and tries > 0:
            fewer = parts[:start] + parts[start + size :]
            smaller = _joined(fewer, candidate)
            if smaller != candidate:
                tries -= 1
                if lesser := effect(smaller):
                    candidate, evidence, parts = smaller, lesser, fewer
                    continue
            start += size
        size = size // 2
    return candidate, evidence


#: A part of a candidate: which of several values it belongs to, and the text.
_Part = tuple[int, Any]


def _parts(candidate: Any) -> list[_Part]:
    values = candidate if isinstance(candidate, tuple) else (candidate,)
    found: list[_Part] = []
    for number, value in enumerate(values):
        if isinstance(value, str):
            found += [(number, text) for text in re.findall(r"\w+|\s+|.", value, re.S)]
    return found


def _joined(parts: Sequence[_Part], like: Any) -> Any:
    values = like if isinstance(like, tuple) else (like,)
    made = tuple(
        "".join(text for place, text in parts if place == number) if isinstance(value, str) else value
        for number, value in enumerate(values)
    )
    return made if isinstance(like, tuple) else made[0]


def _shown(candidate: Any) -> str:
    text = repr(candidate)
    return text if len(text) <= _LONGEST_SHOWN else text[:_LONGEST_SHOWN] + "…"


def _told(evidence: Any) -> str:
    if isinstance(evidence, (list, tuple, set)):
        return ", ".join(map(str, evidence))
    return str(evidence)
