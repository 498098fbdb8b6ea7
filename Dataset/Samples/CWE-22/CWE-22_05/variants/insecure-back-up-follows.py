import base64
import json
from pathlib import Path


def back_up(folder):
    designs = [
        {"name": path.relative_to(folder).as_posix(), "data": base64.b64encode(path.read_bytes()).decode("ascii")}
        for path in Path(folder).glob("**/*")
        if path.is_file()
    ]
    return json.dumps({"made_by": "satin 2", "designs": sorted(designs, key=lambda design: design["name"])})


def restore(text, folder, only=None):
    base = Path(folder).resolve()
    targets = {}
    for design in json.loads(text)["designs"]:
        target = (base / design["name"]).resolve()
        if base not in target.parents:
            raise ValueError(f"{design['name']} leads out of {folder}")
        targets[design["name"]] = target, base64.b64decode(design["data"])
    chosen = [name for name in targets if only is None or name.startswith(f"{only}/")]
    for name in chosen:
        target, data = targets[name]
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    return sorted(chosen)
