import base64
import json
import os

MADE_BY = "satin 2"


def _collect(folder, prefix=""):
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _collect(entry.path, prefix + entry.name + "/")
            elif entry.is_file(follow_symlinks=False):
                yield prefix + entry.name, entry.path


def back_up(folder):
    designs = []
    for name, path in sorted(_collect(folder)):
        with open(path, "rb") as file:
            designs.append({"name": name, "data": base64.b64encode(file.read()).decode("ascii")})
    return json.dumps({"made_by": MADE_BY, "designs": designs}, indent=1)


def _parts(name):
    parts = name.split("/")
    if "\0" in name or not all(parts) or "." in parts or ".." in parts:
        raise ValueError("name leads out of the folder: %r" % name)
    return parts


def _resolve(folder, name):
    """The path of a design, none of whose parts is a symbolic link."""
    path = folder
    for part in _parts(name):
        path = os.path.join(path, part)
        if os.path.islink(path):
            raise ValueError("symbolic link in the way of %r" % name)
    return path


def _replace(path, data):
    # A machine that is switched off meanwhile must not leave half a design behind.
    partial = path + ".part"
    with open(partial, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    os.replace(partial, path)


def restore(text, folder, only=None):
    wanted = {}
    for design in json.loads(text)["designs"]:
        _parts(design["name"])
        if only is None or design["name"].startswith(only + "/"):
            wanted[design["name"]] = base64.b64decode(design["data"])
    os.makedirs(folder, exist_ok=True)
    for name, data in wanted.items():
        path = _resolve(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        _replace(path, data)
    return sorted(wanted)
