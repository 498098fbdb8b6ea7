"""Paths of a program's own folder that are read in two ways: which folder is it that nothing may be outside of?

The system follows a link before the dots behind it, and takes names as they are. A program that shortens a path by its
text, folds its letters or puts in variables is at work in another folder than in its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Root:
    """All paths are relative to one that is free; `way` is what is given, and leads to the folder `own`."""

    way: str
    own: str
    mistaken: str
    links: dict[str, str] = field(default_factory=dict)


#: Links with dots behind them: way, own folder, folder by the text, links.
_LINKED = (
    ("short/..", "house/takes", ".", {"short": "house/takes/inner"}),
    ("near/../takes", "house/takes", "takes", {"near": "house/hollow"}),
    ("short/../../takes", "house/takes", "../takes", {"short": "house/takes/inner"}),
    ("one/..", "house/takes", ".", {"one": "two", "two": "house/takes/inner"}),
    ("short/../", "house/takes", ".", {"short": "house/takes/inner"}),
    ("short/./..//.", "house/takes", ".", {"short": "house/takes/inner"}),
    ("a/short/../takes", "house/takes", "a/takes", {"a/short": "../house/hollow"}),
    ("a/short/..", "house/takes", "a", {"a/short": "../house/takes/inner"}),
    ("back/..", "house/takes", ".", {"back": "house/takes/inner/deep/.."}),
    ("way/../takes", "house/takes", "takes", {"way": "house/takes"}),
    ("short/../inner/..", "house/takes", ".", {"short": "house/takes/inner"}),
)
#: Names that somebody may read as another one.
_NAMED = (
    *(("takes ", "takes"), (" takes", "takes"), ("takes\n", "takes"), ("Takes", "takes"), ("takes", "TAKES"), ("t%61kes", "takes")),
    *(("takes\\old", "takes/old"), ("\uff54akes", "takes"), ("ta\u0301kes", "t\u00e1kes"), ("takes.", "takes"), ("takes+1", "takes 1")),
    *(("$TAKES", "other"), ("${TAKES}", "other"), ("%TAKES%", "other"), ("take?", "takes"), ("[t]akes", "takes"), ("t*", "takes")),
    *(("takes;x", "takes"), ("takes?x", "takes"), ("takes#x", "takes"), ("takes:x", "takes"), ("'takes'", "takes"), ('"takes"', "takes")),
    *(("file:takes", "takes"), ("...", ".."), (".. ", ".."), ("takes\u200b", "takes"), ("ta-kes", "ta_kes"), ("&amp;", "&")),
)


def roots() -> Iterator[Root]:
    """Each is to be made anew: `own` and, with other content, `mistaken`; TAKES is a variable that is `other`."""
    for way, own, mistaken, links in _LINKED:
        yield Root(way, own, mistaken, links)
    for name, mistaken in _NAMED:
        yield Root(name, name, mistaken)
