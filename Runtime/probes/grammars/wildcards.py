"""Patterns of file names that lead out of their folder, where they are taken for paths, or for more than names."""

from __future__ import annotations

from collections.abc import Iterator


def outside(folder: str, neighbour: str, absolute: str = "") -> Iterator[str]:
    """Patterns for somebody who looks in `folder`; `neighbour` is another one beside it, `absolute` its whole path.

    A neighbour whose name begins like the folder's passes a look at the beginning of the path.
    """
    name, other = folder.rpartition("/")[2], neighbour.rpartition("/")[2]
    yield from (f"../{other}/*", f"../{name}*/*", ".", f"{absolute or neighbour}/*", "..", "../*/*", "**", f"../{name}/../{other}/*")
    yield from (f"*/../../{other}/*", f"./../{other}/*", f"x/../../{other}/*", f"[.][.]/{other}/*", f".?/{other}/*", "/*", f"../{other[:-1]}?/*")
    yield from ("../*", f"*/../{other}/*", "*/..", "./", "*/", "", "**/*", f"..//{other}//*", f"..\\{other}\\*", f"../{{{other},x}}/*", f"../{other}/[a-z]*")
    yield from (f"%2e%2e/{other}/*", f".*/{other}/*", f"~/{other}/*", f"$PWD/{other}/*", f"x?/../../{other}/*", f"@(..)/{other}/*", f"../{other}/*|x")
