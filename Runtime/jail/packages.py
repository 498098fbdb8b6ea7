"""Names and versions of the installed packages; the standard library's own reader takes too long for a start."""

import os
import sys

_SUFFIX = ".dist-info"


def installed(folder: str | None = None) -> dict[str, str]:
    """Name → version of every package in a folder of packages; the interpreter's own unless given."""
    place = folder or f"{sys.prefix}/lib/python{sys.version_info.major}.{sys.version_info.minor}/site-packages"
    found = {}
    for name in sorted(os.listdir(place)) if os.path.isdir(place) else []:
        if name.endswith(_SUFFIX):
            fields = _fields(f"{place}/{name}/METADATA")
            found[fields["name"]] = fields["version"]
    return found


def _fields(path: str) -> dict[str, str]:
    """The header of a package's METADATA, its names in lower case. The description after the empty line may be long."""
    fields = {}
    with open(path, encoding="utf-8", errors="replace") as file:
        for line in file:
            if not line.strip():
                break
            name, colon, value = line.partition(":")
            if colon:
                fields.setdefault(name.lower(), value.strip())
    return fields
