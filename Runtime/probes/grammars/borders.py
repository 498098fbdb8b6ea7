"""Names and values of a file of lines, cut where no reader of lines cuts.

Whoever looks for a name in the whole text finds it over the ends of lines: behind a blank line, with the lines before it
as a part of the name, with the lines behind it as a part of the value, or in the middle of one.
"""

from __future__ import annotations

from collections.abc import Iterator

from probes.grammars.ranked import in_turn


def spanning(text: str, colon: str = ":") -> Iterator[tuple[str, str]]:
    """Pairs of a name and a value that stand in the text with a colon between them, and begin or end in other lines."""
    lines = text.split("\n")
    places = [number for number, line in enumerate(lines) if colon in line]
    yield from in_turn(_longer_names(lines, places, colon), _parts_of_names(lines, places, colon), _longer_values(lines, places, colon))


def _longer_names(lines: list[str], places: list[int], colon: str) -> Iterator[tuple[str, str]]:
    # The nearest first where the lines before hold no colon: then the first one is that behind the name.
    for number in sorted(places, key=lambda place: not place or colon in lines[place - 1]):
        name, _, value = lines[number].partition(colon)
        before = lines[number - 1] if number else ""
        tail = before.rpartition(colon)[2]
        for front in dict.fromkeys(("\n", f"{before}\n", f"{tail}\n", f"\n{before}\n", before[-1:] + "\n", "\n".join(lines[max(0, number - 2) : number]) + "\n")):
            yield from ((front + name, one) for one in dict.fromkeys((value, value.lstrip("*"))))


def _parts_of_names(lines: list[str], places: list[int], colon: str) -> Iterator[tuple[str, str]]:
    for number in places:
        name, _, value = lines[number].partition(colon)
        yield from ((part, value) for part in dict.fromkeys((name[1:], name[-1:], name.split(" ")[-1], name.rpartition("-")[2])) if part != name)


def _longer_values(lines: list[str], places: list[int], colon: str) -> Iterator[tuple[str, str]]:
    for number in places:
        name, _, value = lines[number].partition(colon)
        behind = lines[number + 1] if number + 1 < len(lines) else ""
        yield from ((name, value + more) for more in dict.fromkeys(("\n", f"\n{behind}", f"\n{behind}\n", "\n".join(["", *lines[number + 1 :]]))))
