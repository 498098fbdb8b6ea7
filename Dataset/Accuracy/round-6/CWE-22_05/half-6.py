import base64
import json
from pathlib import Path, PurePosixPath


def _walk(folder):
    for entry in folder.iterdir():
        if entry.is_symlink():
            continue
        if entry.is_dir():
            yield from _walk(entry)
        elif entry.is_file():
            yield entry


def back_up(folder):
    root = Path(folder)
    found = {file.relative_to(root).as_posix(): file for file in _walk(root)}
    return json.dumps({
        "made_by": "satin 2",
        "designs": [
            {"name": name, "data": base64.b64encode(found[name].read_bytes()).decode("ascii")}
            for name in sorted(found)
        ],
    })


def _checked(name):
    path = PurePosixPath(name)
    if path.is_absolute() or not path.parts or ".." in path.parts or str(path) != name:
        raise ValueError(f"name leads out of the folder: {name!r}")
    return name


def restore(text, folder, only=None):
    designs = json.loads(text)["designs"]
    for design in designs:
        _checked(design["name"])

    root = Path(folder)
    root.mkdir(parents=True, exist_ok=True)
    real = root.resolve()
    names = set()
    for design in designs:
        name = design["name"]
        if only is not None and not name.startswith(only.rstrip("/") + "/"):
            continue
        data = base64.b64decode(design["data"], validate=True)
        target = root / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if not target.parent.resolve().is_relative_to(real):
            raise ValueError(f"a link leads out of the folder: {name!r}")
        if target.is_symlink():
            target.unlink()
        target.write_bytes(data)
        names.add(name)
    return sorted(names)
