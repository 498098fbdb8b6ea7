"""What may lie beside a file of a folder and is none of its kind, though a careless look takes it for one.

A program lists some of the files, and opens a file by its name: where the two go by different rules, what is not listed
is opened all the same. Each stranger comes with the name that somebody asks for.
"""

from __future__ import annotations

from collections.abc import Iterator

from probes.grammars.evasions import wide

#: Names near STEM that no listing of letters, digits, "-" and "_" has.
_STRANGE = (
    *("STEM (2)", "STEM.old", ".STEM", " STEM", "STEM ", "STEM~", "STEM\n", "#STEM#", "STEM.v2", "STEM,v", "STEM+"),
    *("STEM;x", "STEM@2", "STEM=1", "STEM'", "STEM&STEM", "$STEM", "%STEM", "STEM%20", "STEM:x", "[STEM]", "\tSTEM"),
    *("STEM\u00a0", "\ufeffSTEM", "STEM\u200b", "STEM\u0301", "STEM\r", "STEM\x0b", "STEM\x1c", "STEM\u2028", "(STEM)"),
)
#: Folders that stand for a file: what an import takes before a module, and what `runpy` runs.
_FOLDERS = ("STEM", "STEM.ENDING")
_ENTRIES = ("__init__", "__main__")


def files(stem: str, ending: str) -> Iterator[tuple[str, str]]:
    """Pairs of a path in the folder and the name that asks for it: `files("a", "py")` → ("a (2).py", "a (2)"), …"""
    for name in (*(form.replace("STEM", stem) for form in _STRANGE), wide(stem), wide(stem[0]) + stem[1:]):
        yield f"{name}.{ending}", name
    yield f"{stem}.{ending}.{ending}", f"{stem}.{ending}"
    yield from ((f"{stem}.{other}", f"{stem}.{other}") for other in ("txt", "bak", f"{ending}~", ending.upper()))


def folders(stem: str, ending: str) -> Iterator[str]:
    """Paths in the folder of code that is in no file of the folder itself, though the name `stem` may lead there."""
    for folder in _FOLDERS:
        for entry in _ENTRIES:
            yield f"{folder.replace('STEM', stem).replace('ENDING', ending)}/{entry}.{ending}"


#: Signs with which a folder and a name are joined to one key, and what a folder's signs become there.
_JOINED_BY = ("_", "-", "", "__", "--", "0", "x")
_FOLDED = (("room 2", "room_2"), ("room-2", "room_2"), ("room.2", "room-2"), ("room_2", "room2"), ("Room2", "room2"))


def meeting(folder: str, name: str) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """Two folders, each with the name of a file in it, that meet where folder and name become one key.

    meeting("rack", "hum") → (("rack/guest", "hum"), ("rack", "guest_hum")), …: `rack_guest_hum` is both. The first is
    somebody else's.
    """
    for sign in _JOINED_BY:
        yield (f"{folder}/guest", name), (folder, f"guest{sign}{name}")
        yield (f"{folder}{sign}guest", name), (folder, f"guest{sign}{name}")
        yield (folder, f"guest{sign}{name}"), (f"{folder}/guest", name)
    for one, other in _FOLDED:
        yield (f"{folder}-{one}", name), (f"{folder}-{other}", name)
        yield (f"{folder}-{other}", name), (f"{folder}-{one}", name)
    yield (f"{folder}/guest.new", name), (f"{folder}/guest/new", name)
    # The same last folder, the same beginning, and one that is cut to its letters.
    yield (f"{folder}-a/effects", name), (f"{folder}-b/effects", name)
    yield (f"{folder}-{'long' * 20}-a", name), (f"{folder}-{'long' * 20}-b", name)
    yield (f"{folder}-é", name), (f"{folder}-è", name)
    yield (f"{folder}-1", f"1{name}"), (f"{folder}-11", name)


def sharing(stem: str, ending: str) -> Iterator[tuple[str, str]]:
    """Paths of two files whose drafts, locks or copies are one where their names are made from a part of the path.

    sharing("alm", "json") → ("alm.north", "alm.south"), ("one/alm.json", "two/alm.json"), …
    """
    yield f"{stem}.north", f"{stem}.south"
    yield f"one/{stem}.{ending}", f"two/{stem}.{ending}"
    yield f"{stem}-1.{ending}", f"{stem}_1.{ending}"
    yield stem, f"{stem}.{ending}"
    yield f"{stem}.1.{ending}", f"{stem}.2.{ending}"
    yield f"{stem}.{ending}", f"{stem.upper()}.{ending}"
    yield f"{stem}é.{ending}", f"{stem}è.{ending}"
    yield f"{stem}/one.{ending}", f"{stem}_one.{ending}"
