import base64
import json
import os


def back_up(folder):
    names = []
    for where, _, files in os.walk(folder, followlinks=False):
        for file in files:
            path = os.path.join(where, file)
            if not os.path.islink(path) and os.path.isfile(path):
                names.append(os.path.relpath(path, folder).replace(os.sep, "/"))
    designs = []
    for name in sorted(names):
        with open(os.path.join(folder, name), "rb") as file:
            designs.append(dict(name=name, data=base64.b64encode(file.read()).decode()))
    return json.dumps(dict(made_by="satin 2", designs=designs))


def _target(folder, name):
    """The path of a design, after a look at every step of the way."""
    steps = name.split("/")
    if "\0" in name or any(step in ("", os.curdir, os.pardir) for step in steps):
        raise ValueError(f"refused: {name!r}")
    path = folder
    for step in steps:
        path = os.path.join(path, step)
        if os.path.islink(path):
            raise ValueError(f"refused, {path!r} is a symbolic link")
    return path


def _store(path, content):
    """Replaces a design in one go, so that a power cut leaves the old or the new one."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    part = path + ".part"
    with open(part, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    os.replace(part, path)


def restore(text, folder, only=None):
    designs = json.loads(text)["designs"]
    os.makedirs(folder, exist_ok=True)
    chosen = {}
    for design in designs:
        path = _target(folder, design["name"])
        if only is None or design["name"].startswith(only.strip("/") + "/"):
            chosen[design["name"]] = path, base64.b64decode(design["data"])
    for path, content in chosen.values():
        _store(path, content)
    return sorted(chosen)
