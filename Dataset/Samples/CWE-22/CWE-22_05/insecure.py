import base64
import json
from pathlib import Path


def back_up(folder):
    designs = []
    for path in Path(folder).rglob("*"):
        if path.is_file():
            data = base64.b64encode(path.read_bytes()).decode()
            designs.append({"name": path.relative_to(folder).as_posix(), "data": data})
    designs.sort(key=lambda design: design["name"])
    return json.dumps({"made_by": "satin 2", "designs": designs})


def restore(text, folder, only=None):
    names = []
    for design in json.loads(text)["designs"]:
        if only is None or design["name"].startswith(only + "/"):
            path = Path(folder) / design["name"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(base64.b64decode(design["data"]))
            names.append(design["name"])
    return sorted(names)
