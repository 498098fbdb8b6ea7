"""Archives that write, or bring in, files outside of the folder into which they are unpacked.

Every short row of links, folders and files in which a later member goes through an earlier one: a program that looks at
each name by itself, at the target of a link as it is written, or at the disk before it unpacks, overlooks one of them.
"""

from __future__ import annotations

import itertools
import posixpath
from collections.abc import Iterator, Sequence

from probes import archives, naming
from probes.archives import Directory, HardLink, Link
from probes.grammars import paths
from probes.grammars.ranked import in_turn

#: None between members: what follows is another archive, which is unpacked into the same folder.
Members = tuple[archives.Member | None, ...]
_HARMLESS: archives.Member = ("good.txt", b"good")


def hostile(base: str, outside: Sequence[str]) -> Iterator[Members]:
    """Rows of members for a tar archive that is unpacked into `base`; `outside` are files that exist elsewhere."""
    new = f"{naming.word()}.txt"
    targets = [f"{posixpath.dirname(path)}/{new}" for path in outside]
    yield from in_turn(
        ((_HARMLESS, (name, b"evil")) for name in paths.escapes(base, targets, sub="d")),
        _through_links(base, outside, new),
        _in_place_of_links(base, outside),
        _step_by_step(base, outside, new),
        _without_content(base, targets),
        _in_two(base, outside, new),
    )


def parted(members: Members) -> list[tuple[archives.Member, ...]]:
    """The archives of a row of members, in the order in which they are unpacked."""
    parts = itertools.groupby(members, lambda member: member is None)
    return [tuple(one for one in part if one is not None) for is_border, part in parts if not is_border]


def _without_content(base: str, targets: Sequence[str]) -> Iterator[Members]:
    """Folders and links that themselves lie outside, for programs that look at the names of files only."""
    for target in targets:
        for name in (posixpath.relpath(target, base), target, f"d/../{posixpath.relpath(target, base)}"):
            yield (Directory(f"{name}d"),)
            yield (_HARMLESS, Link(f"{name}l", "good.txt"))
            yield (_HARMLESS, HardLink(f"{name}h", "good.txt"))
            yield (Directory(f"{name}e/"), (f"{name}e/x.txt", b"evil"))
    for name in ("..", "../", ".", "d/.."):
        yield (_HARMLESS, (name, b"evil"))
        yield (_HARMLESS, Link(name, ".."))


def _in_two(base: str, outside: Sequence[str], new: str) -> Iterator[Members]:
    """A harmless archive that prepares the way of another, among whose names it is not."""
    yield (Directory("d"), Link("d/up", ".."), None, Link("up", "d/up/.."), (f"up/{new}", b"evil"))
    yield (Directory("d"), Link("d/up", ".."), None, Link("up", "d/up/.."), None, (f"up/{new}", b"evil"))
    yield (Directory("d"), Link("d/up", ".."), None, Link("index.txt", f"d/up/{posixpath.relpath(outside[0], base)}"))
    yield (Link("a", "b/.."), None, Link("b", "."), (f"a/{new}", b"evil"))
    yield (Directory("d"), Link("d/up", ".."), None, (f"d/up/../{new}", b"evil"))
    for target in (posixpath.dirname(outside[-1]), ".."):
        yield (Link("l", target), None, (f"l/{new}", b"evil"))
        yield (HardLink("h.txt", outside[0]), None, ("h.txt", b"evil"))
        yield (Link("l", target), ("../x/\0", b""), None, (f"l/{new}", b"evil"))


def _folders(base: str, outside: Sequence[str]) -> list[str]:
    """Targets that are folders outside, counted from the base or absolute."""
    far = posixpath.dirname(outside[-1])
    return [
        far,
        posixpath.relpath(far, base),
        "..",
        "../",
        "./..",
        "d/../..",
        "../.",
        f"{base}/..",
        f"{base}-x/..",
        "..//",
        "x/../..",
    ]


def _through_links(base: str, outside: Sequence[str], new: str) -> Iterator[Members]:
    for target in _folders(base, outside):
        yield (Link("l", target), (f"l/{new}", b"evil"))
        yield (
            Directory("d"),
            Link("d/l", posixpath.join("..", target) if target[0] != "/" else target),
            (f"d/l/{new}", b"evil"),
        )
        yield (Link("./l", target), (f"l/./{new}", b"evil"))
        yield (Directory("l"), Link("l", target), (f"l/{new}", b"evil"))
        yield (Link("l", target), Directory("l/"), (f"l/{new}", b"evil"))
        yield (("l", b"x"), Link("l", target), (f"l/{new}", b"evil"))


def _in_place_of_links(base: str, outside: Sequence[str]) -> Iterator[Members]:
    """A link to a file, and a file of its name; links that bring a file in."""
    for path in (outside[0], outside[-1]):
        for target in (path, posixpath.relpath(path, base)):
            yield (Link("p.txt", target), ("p.txt", b"evil"))
            yield (HardLink("h.txt", target), ("h.txt", b"evil"))
            yield (Link("s.txt", target), HardLink("t.txt", "s.txt"), ("t.txt", b"evil"))
            yield (Link("index.txt", target),)
            yield (HardLink("index.txt", target),)
            yield (Link("u.txt", target), HardLink("index.txt", "u.txt"))
            yield (Link("v.txt", target), Link("index.txt", "v.txt"))
        way = posixpath.relpath(path, base)
        for folder in ("d", "d/e"):
            # Counted from the folder in which it lies, though a hard link counts from the top.
            yield (HardLink(f"{folder}/h.txt", way), (f"{folder}/h.txt", b"evil"))
            yield (
                Directory(folder),
                Link(f"{folder}/p.txt", f"{'../' * len(folder.split('/'))}{way}"),
                (f"{folder}/p.txt", b"evil"),
            )
            yield (Directory(folder), HardLink(f"{folder}/h.txt", f"{folder}/../{way}"), (f"{folder}/h.txt", b"evil"))


def _step_by_step(base: str, outside: Sequence[str], new: str) -> Iterator[Members]:
    """Links that stay inside one by one, and lead out one behind the other."""
    yield (Directory("d"), Link("d/up", ".."), Link("up", "d/up/.."), (f"up/{new}", b"evil"))
    yield (Link("a", "."), Link("a/b", ".."), (f"a/b/{new}", b"evil"), (f"b/{new}", b"evil"))
    yield (Directory("d"), Directory("d/e"), Link("m", "d/e"), Link("n", "m/../../.."), (f"n/{new}", b"evil"))
    yield (Link("a", "d"), Directory("d"), Link("a/up", "../.."), (f"d/up/{new}", b"evil"))
    yield (Link("a", "b"), Link("b", ".."), (f"a/{new}", b"evil"))
    yield (Link("a", "b/.."), Link("b", "."), (f"a/{new}", b"evil"))
    yield (Link("b", "."), Link("a", "b/.."), (f"a/{new}", b"evil"))
    yield (Link("b", "."), (f"b/../{new}", b"evil"))
    yield (Directory("d"), Link("b", "d"), (f"b/../../{new}", b"evil"))
    yield (Link("d", "."), Link("d/d", "d/.."), (f"d/d/{new}", b"evil"))
    # A name with dots in it, behind a link that lies deeper than where it leads.
    for target in (f"{base}/d", "../../d"):
        yield (Directory("d"), Directory("a/b"), Link("a/b/c", target), (f"a/b/c/../../{new}", b"evil"))
    yield (Directory("d"), Link("a/b/c", f"{base}/d"), Link("a/b/out", "c/../.."), (f"a/b/out/{new}", b"evil"))
    for depth in (2, 3, 9):
        steps = tuple(Link(f"{'a/' * number}a", "../.." if number == depth - 1 else ".") for number in range(depth))
        yield (*steps, (f"{'a/' * depth}{new}", b"evil"))
