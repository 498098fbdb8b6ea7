import base64
import glob
import json
import os

MADE_BY = "satin 2"


def back_up(folder):
    names = []
    for name in glob.glob("**", root_dir=folder, recursive=True, include_hidden=True):
        path = os.path.join(folder, name)
        if os.path.isfile(path) and not os.path.islink(path):
            names.append(name)
    designs = []
    for name in sorted(names):
        with open(os.path.join(folder, name), "rb") as f:
            designs.append({"name": name, "data": base64.b64encode(f.read()).decode("ascii")})
    return json.dumps({"made_by": MADE_BY, "designs": designs}, ensure_ascii=False)


def _check(name):
    if not isinstance(name, str) or "\0" in name or any(p in ("", ".", "..") for p in name.split("/")):
        raise ValueError(f"not a name of a design: {name!r}")


def restore(text, folder, only=None):
    designs = json.loads(text)["designs"]
    for design in designs:
        _check(design["name"])
    os.makedirs(folder, exist_ok=True)
    done = set()
    for design in designs:
        name = design["name"]
        if only is not None and not name.startswith(only.rstrip("/") + "/"):
            continue
        content = base64.b64decode(design["data"], validate=True)
        place = folder
        *parts, last = name.split("/")
        for part in parts:
            place = os.path.join(place, part)
            if os.path.islink(place):
                raise ValueError(f"{name!r} leads through a symbolic link")
            os.makedirs(place, exist_ok=True)
        target = os.path.join(place, last)
        if os.path.lexists(target):
            os.unlink(target)
        with open(target, "xb") as f:
            f.write(content)
        done.add(name)
    return sorted(done)
