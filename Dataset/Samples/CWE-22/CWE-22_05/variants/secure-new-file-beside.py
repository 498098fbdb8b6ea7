import base64
import json
import os
import tempfile


def back_up(folder):
    found = {}
    for place, folders, files in os.walk(os.path.abspath(folder), followlinks=False):
        for file in files:
            path = os.path.join(place, file)
            if os.path.realpath(path) == os.path.join(os.path.realpath(place), file):
                with open(path, "rb") as design:
                    found[os.path.relpath(path, os.path.abspath(folder))] = design.read()
    designs = [{"name": name, "data": base64.b64encode(found[name]).decode()} for name in sorted(found)]
    return json.dumps({"made_by": "satin 2", "designs": designs})


def target_of(root, name):
    path = os.path.normpath(os.path.join(root, name))
    place = os.path.realpath(os.path.dirname(path))
    if os.path.isabs(name) or ".." in name.split("/") or os.path.commonpath([root, place]) != root or path == root:
        raise ValueError(f"{name!r} lies outside")
    return path


def restore(text, folder, only=None):
    root = os.path.realpath(folder)
    os.makedirs(root, exist_ok=True)
    designs = {design["name"]: design["data"] for design in json.loads(text)["designs"]}
    targets = {name: target_of(root, name) for name in designs}
    if only is not None:
        targets = {name: path for name, path in targets.items() if name.startswith(only + "/")}
    for name, path in targets.items():
        os.makedirs(os.path.dirname(path), exist_ok=True)
        # A new file takes the place of what is there, be it a link.
        number, draft = tempfile.mkstemp(dir=os.path.dirname(path))
        with open(number, "wb") as file:
            file.write(base64.b64decode(designs[name]))
        os.replace(draft, path)
    return sorted(targets)
