"""What a page has shown, typed again: for whoever knows markup that he has made by its letters alone.

A memory of texts (a dictionary, `lru_cache`, a set of what was looked at) in which a text and an element with the same
letters are one key, and marks of what is clean already, take such a text for the program's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from probes.grammars.ranked import in_turn

_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*)>")
_VOID = {"br", "hr", "img", "input", "link", "meta", "base", "col", "area", "wbr", "embed", "source"}


def of(page: str) -> Iterator[str]:
    """Pieces of the page's source, each of them once: elements, what they hold, rows of them, single tags, lines, and attributes."""
    tags = list(_TAG.finditer(page))
    whole, inner, opened = [], [], []
    for tag in tags:
        if not tag[1]:
            if tag[2].lower() in _VOID or tag[3].endswith("/"):
                whole.append(tag[0])
            else:
                opened.append(tag)
            continue
        while opened:
            start = opened.pop()
            if start[2] == tag[2]:
                whole.append(page[start.start() : tag.end()])
                inner.append(page[start.end() : tag.start()])
                break
    rows = [page[one.start() : other.end()] for one, other in zip(tags, tags[1:])]
    single = [tag[0] for tag in tags]
    attributes = [tag[3] for tag in tags if tag[3]]
    # Short ones first: they are the helpers' own, and are what parts of pages are made of.
    streams = (sorted(dict.fromkeys(part), key=len) for part in (whole, [one for one in inner if "<" in one or "&" in one], rows, single, attributes))
    yield from dict.fromkeys(in_turn(*streams, [line for line in page.split("\n") if "<" in line]))
