import base64
import json
import os
import posixpath


def back_up(folder):
    designs = {}

    def visit(path, prefix):
        with os.scandir(path) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    visit(entry.path, prefix + entry.name + "/")
                elif entry.is_file(follow_symlinks=False):
                    with open(entry.path, "rb") as f:
                        designs[prefix + entry.name] = base64.b64encode(f.read()).decode()

    visit(folder, "")
    listed = [{"name": name, "data": designs[name]} for name in sorted(designs)]
    return json.dumps({"made_by": "satin 2", "designs": listed})


def _normal(name):
    normal = posixpath.normpath(name)
    if posixpath.isabs(normal) or normal in (".", "..") or normal.startswith("../"):
        raise ValueError(f"{name!r} leads out of the folder")
    return normal


def _refuse_links(folder, normal):
    path = folder
    for part in normal.split("/"):
        path = os.path.join(path, part)
        if os.path.islink(path):
            raise ValueError(f"{path!r} is a symbolic link")


def restore(text, folder, only=None):
    designs = json.loads(text)["designs"]
    names = {design["name"]: _normal(design["name"]) for design in designs}
    os.makedirs(folder, exist_ok=True)
    restored = set()
    for design in designs:
        name = design["name"]
        if only is not None and not names[name].startswith(posixpath.normpath(only) + "/"):
            continue
        content = base64.b64decode(design["data"])
        _refuse_links(folder, names[name])
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as f:
            f.write(content)
        restored.add(name)
    return sorted(restored)
