import base64
import json
import os


def back_up(folder):
    designs = []
    for at, folders, files in os.walk(folder, followlinks=False):
        for file in files:
            path = os.path.join(at, file)
            if os.path.islink(path) or not os.path.isfile(path):
                continue
            with open(path, "rb") as f:
                data = base64.b64encode(f.read()).decode()
            designs.append({"name": os.path.relpath(path, folder), "data": data})
    designs.sort(key=lambda d: d["name"])
    return json.dumps({"made_by": "satin 2", "designs": designs})


def _parts(name):
    parts = name.split("/") if isinstance(name, str) else [""]
    if any(part in ("", ".", "..") or "\0" in part for part in parts):
        raise ValueError(f"not the name of a design: {name!r}")
    return parts


def _place(folder, parts):
    path = folder
    for part in parts[:-1]:
        path = os.path.join(path, part)
        if os.path.islink(path):
            raise ValueError(f"{path!r} is a symbolic link")
        os.makedirs(path, exist_ok=True)
    return os.path.join(path, parts[-1])


def restore(text, folder, only=None):
    designs = [(d["name"], _parts(d["name"]), d["data"]) for d in json.loads(text)["designs"]]
    os.makedirs(folder, exist_ok=True)
    done = set()
    for name, parts, data in designs:
        if only is not None and not name.startswith(only.strip("/") + "/"):
            continue
        content = base64.b64decode(data)
        path = _place(folder, parts)
        if os.path.exists(path):
            os.remove(path)  # a link goes, not what it points to
        with open(path, "wb") as f:
            f.write(content)
        done.add(name)
    return sorted(done)
