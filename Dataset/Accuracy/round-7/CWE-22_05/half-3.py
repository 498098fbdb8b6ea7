import base64
import json
import os
from pathlib import Path, PurePosixPath


def _files(folder, prefix=""):
    for entry in os.scandir(folder):
        if entry.is_symlink():
            continue
        if entry.is_dir():
            yield from _files(entry.path, prefix + entry.name + "/")
        elif entry.is_file():
            yield prefix + entry.name, entry.path


def back_up(folder):
    designs = []
    for name, path in sorted(_files(folder)):
        data = base64.standard_b64encode(Path(path).read_bytes())
        designs.append({"name": name, "data": data.decode("ascii")})
    return json.dumps({"made_by": "satin 2", "designs": designs}, indent=1)


def _safe(name):
    pure = PurePosixPath(name)
    if pure.is_absolute() or ".." in pure.parts or not pure.parts or "\0" in name:
        raise ValueError("a design must lie in the folder: %r" % name)
    return pure


def restore(text, folder, only=None):
    designs = [(_safe(d["name"]), d) for d in json.loads(text)["designs"]]
    root = Path(folder)
    root.mkdir(parents=True, exist_ok=True)
    back = set()
    for pure, design in designs:
        if only is not None and PurePosixPath(only) not in pure.parents:
            continue
        target = root
        for part in pure.parts[:-1]:
            target /= part
            if target.is_symlink():
                raise ValueError("%s is a symbolic link" % target)
            target.mkdir(exist_ok=True)
        target /= pure.name
        if target.exists() and target.is_symlink():
            raise ValueError("%s is a symbolic link" % target)
        target.write_bytes(base64.b64decode(design["data"]))
        back.add(design["name"])
    return sorted(back)
