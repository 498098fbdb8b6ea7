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
