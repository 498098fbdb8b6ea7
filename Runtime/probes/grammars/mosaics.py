"""Sealed texts that are put together of a genuine one and one that the attacker has sealed: no part vouches for all.

The attacker runs the same program with a key of his own, and puts what he wrote where the seal of the genuine text does
not reach: into the gap of a seal of two halves, beside a word that says how to read it, behind what is sealed.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator

from probes.grammars.ranked import in_turn

#: Where seals of common sizes end, as bytes, in hex and in base64.
_CUTS = (8, 10, 16, 20, 22, 24, 32, 40, 43, 44, 48, 64, 86, 88, 128)
#: A part that is as short as this says how to read the others.
_SHORT, _MOST_PARTS, _MOST_WORDS = 12, 4, 12


def mosaics(genuine: str, forged: str, words: Iterable[str] = ()) -> Iterator[str]:
    """Texts of parts of both; `words` are what a short part may say instead, such as strings of the program."""
    said = [word for word in dict.fromkeys(words) if 0 < len(word) <= _SHORT][:_MOST_WORDS]
    signs = [sign for sign in dict.fromkeys(re.findall(r"[^\w=+/-]|[_=+/-]", genuine)) if sign in forged]
    yield from in_turn(*(_by_parts(genuine, forged, sign, said) for sign in signs), _by_cuts(genuine, forged))


def _by_parts(genuine: str, forged: str, sign: str, words: list[str]) -> Iterator[str]:
    pairs = list(zip(genuine.split(sign), forged.split(sign), strict=False))
    if not 2 <= len(pairs) <= _MOST_PARTS:
        return
    choices = []
    for own, other in pairs:
        others = ("x", "0", "1", "none", own.upper(), *words) if len(own) <= _SHORT else ()
        choices.append(dict.fromkeys((other, own, "", own[:1], *others)))
    for parts in itertools.product(*choices):
        yield sign.join(parts)
    yield from (f"{forged}{sign}{genuine}", f"{genuine}{sign}{forged}")


def _by_cuts(genuine: str, forged: str) -> Iterator[str]:
    """A piece of the one within the other, counted from the beginning and from the end."""
    for start, end in itertools.combinations((0, *_CUTS), 2):
        yield forged[:start] + genuine[start:end] + forged[end:]
        if start:
            yield forged[:-end] + genuine[-end:-start] + forged[-start:]
        else:
            yield forged[:-end] + genuine[-end:]
