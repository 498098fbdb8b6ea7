import base64
import json
import os
from pathlib import Path


def back_up(folder):
    found = {}
    for where, folders, files in os.walk(folder):
        for file in files:
            path = Path(where, file)
            if path.is_file() and not path.is_symlink():
                found[path.relative_to(folder).as_posix()] = path
    designs = [{"name": name, "data": base64.b64encode(found[name].read_bytes()).decode()}
               for name in sorted(found)]
    return json.dumps({"made_by": "satin 2", "designs": designs})


def _parts(name):
    parts = name.split("/")
    if "\0" in name or not {"", ".", ".."}.isdisjoint(parts):
        raise ValueError(f"bad name: {name!r}")
    return parts


def _write(root, name, content):
    path = root.joinpath(*_parts(name))
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.parent.resolve().is_relative_to(root):
        raise ValueError(f"{name!r} leads out of the folder")
    if path.is_symlink():
        path.unlink()
    path.write_bytes(content)


def restore(text, folder, only=None):
    backup = json.loads(text)
    for design in backup["designs"]:
        _parts(design["name"])
    root = Path(folder)
    root.mkdir(parents=True, exist_ok=True)
    root = root.resolve()
    restored = set()
    for design in backup["designs"]:
        name = design["name"]
        if only is None or name.startswith(only.rstrip("/") + "/"):
            _write(root, name, base64.b64decode(design["data"]))
            restored.add(name)
    return sorted(restored)
