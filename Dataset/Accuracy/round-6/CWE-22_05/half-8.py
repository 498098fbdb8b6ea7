import base64
import glob
import json
import os


def _files(folder):
    for name in glob.glob("**", root_dir=folder, recursive=True, include_hidden=True):
        path = os.path.join(folder, name)
        if os.path.isfile(path) and not os.path.islink(path):
            yield name, path


def back_up(folder):
    designs = []
    for name, path in sorted(_files(folder)):
        with open(path, "rb") as f:
            designs.append({"name": name, "data": base64.b64encode(f.read()).decode()})
    return json.dumps({"made_by": "satin 2", "designs": designs})


def _split(name):
    parts = name.split("/")
    if not all(parts) or "." in parts or ".." in parts:
        raise ValueError("refused: %r" % name)
    return parts


def _write(folder, parts, content):
    path = folder
    for part in parts[:-1]:
        path = os.path.join(path, part)
        if os.path.islink(path):
            raise ValueError("refused, a link: %r" % path)
        if not os.path.isdir(path):
            os.mkdir(path)
    path = os.path.join(path, parts[-1])
    if os.path.lexists(path):
        os.unlink(path)
    with open(path, "xb") as f:
        f.write(content)


def restore(text, folder, only=None):
    designs = json.loads(text)["designs"]
    work = []
    for design in designs:
        parts = _split(design["name"])
        if only is None or design["name"].startswith(only.rstrip("/") + "/"):
            work.append((parts, base64.b64decode(design["data"])))
    os.makedirs(folder, exist_ok=True)
    for parts, content in work:
        _write(folder, parts, content)
    return sorted({"/".join(parts) for parts, _ in work})
