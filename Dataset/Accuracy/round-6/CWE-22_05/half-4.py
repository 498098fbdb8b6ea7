import base64
import json
import os
from pathlib import Path, PurePosixPath


def back_up(folder):
    names = []
    for root, _, files in os.walk(folder, followlinks=False):
        for file in files:
            path = os.path.join(root, file)
            if os.path.isfile(path) and not os.path.islink(path):
                names.append(os.path.relpath(path, folder))
    return json.dumps({
        "made_by": "satin 2",
        "designs": [
            {"name": n, "data": base64.b64encode(Path(folder, n).read_bytes()).decode()} for n in sorted(names)
        ],
    })


def _relative(name):
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or not path.parts:
        raise ValueError(f"{name!r} leads out of the folder")
    return path


def restore(text, folder, only=None):
    designs = [(_relative(d["name"]), d) for d in json.loads(text)["designs"]]
    base = Path(folder)
    base.mkdir(parents=True, exist_ok=True)
    base = base.resolve(strict=True)
    restored = set()
    for relative, design in designs:
        if only is not None and PurePosixPath(only) not in relative.parents:
            continue
        target = base / relative
        target.parent.mkdir(parents=True, exist_ok=True)
        # Now that the parent exists it can be resolved strictly.
        if not target.parent.resolve(strict=True).is_relative_to(base) or target.is_symlink():
            raise ValueError(f"{design['name']!r} leads through a link out of the folder")
        target.write_bytes(base64.b64decode(design["data"]))
        restored.add(design["name"])
    return sorted(restored)
