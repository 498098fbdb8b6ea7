"""Names and secrets that are different at every use and in every run.

A solution that knows how they were made in another run, or which form they have, knows nothing of this one. Messages of
checks name them by the order of their making, so that what is reported is the same in every run.
"""

from __future__ import annotations

import itertools
import random

from tester import context

_numbers = itertools.count(1)
_made: list[random.Random] = []
_FIRST = "bdfgjklmnprstvz"
_SECOND = "aiou"


def _random() -> random.Random:
    """Drawn from the system when it is first needed, in a process that is one run's."""
    if not _made:
        _made.append(random.Random(random.SystemRandom().getrandbits(128)))
    return _made[0]


def number() -> int:
    """The next unused number of this check process."""
    return next(_numbers)


def factor() -> int:
    """A number with which nobody reckons by chance, of five to seven digits."""
    return _random().randrange(10_007, 9_999_991)


def chosen(among: tuple[str, ...]) -> str:
    """One of these, another in the next run."""
    return _random().choice(among)


def letters(length: int = 7) -> str:
    """A fresh word of lower-case letters that occurs in no text by chance.

    It holds neither `e` nor hexadecimal digits only, so that it cannot come out of an encoding.
    """
    choice = _random().choice
    word = "".join(choice(_SECOND if place % 2 else _FIRST) for place in range(length - 1)) + choice("kmprst")
    return _noted(word, "word")


def word() -> str:
    """The same in a length that cannot be told in advance."""
    return letters(_random().randrange(7, 13))


def secret(kind: str = "secret") -> str:
    """A fresh secret of letters, digits and perhaps a sign between them, in no fixed form. `kind` is for messages only."""
    generator = _random()
    parts = [
        "".join(generator.choice(_SECOND if place % 2 else _FIRST) for place in range(generator.randrange(4, 8)))
        for _ in range(generator.randrange(2, 4))
    ]
    parts.insert(generator.randrange(len(parts) + 1), str(generator.randrange(10, 100_000)))
    if generator.random() < 0.5:
        parts = [part.title() for part in parts]
    return _noted(generator.choice(("-", "_", ".", "")).join(parts) + generator.choice("kmprst"), kind)


def _noted(made: str, kind: str) -> str:
    context.current.made_up[made] = f"<{kind} {number()}>"
    return made
