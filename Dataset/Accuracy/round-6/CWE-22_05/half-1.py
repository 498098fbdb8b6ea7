import base64
import json
import os
from pathlib import Path


def _files(base):
    for root, _, names in os.walk(base):
        for name in names:
            path = Path(root, name)
            if path.is_file() and not path.is_symlink():
                yield path


def back_up(folder):
    base = Path(folder).resolve()
    found = {path.relative_to(base).as_posix(): path for path in _files(base)}
    designs = [
        {"name": name, "data": base64.b64encode(found[name].read_bytes()).decode("ascii")}
        for name in sorted(found)
    ]
    return json.dumps({"made_by": "satin 2", "designs": designs})


def _check_name(name):
    if not isinstance(name, str) or "\0" in name or any(p in ("", ".", "..") for p in name.split("/")):
        raise ValueError(f"not the name of a design: {name!r}")


def _place(base, name):
    target = base / name
    if not target.parent.resolve().is_relative_to(base):
        raise ValueError(f"{name!r} leads out of the folder")
    if target.exists() and not target.resolve().is_relative_to(base):
        raise ValueError(f"{name!r} is a link that leads out of the folder")
    return target


def restore(text, folder, only=None):
    designs = json.loads(text)["designs"]
    for design in designs:
        _check_name(design["name"])
    base = Path(folder)
    base.mkdir(parents=True, exist_ok=True)
    base = base.resolve()
    done = set()
    for design in designs:
        name = design["name"]
        if only is not None and not name.startswith(only.rstrip("/") + "/"):
            continue
        target = _place(base, name)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(base64.b64decode(design["data"]))
        done.add(name)
    return sorted(done)
