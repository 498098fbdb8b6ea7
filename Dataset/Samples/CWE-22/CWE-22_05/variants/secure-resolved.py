import base64
import json
from pathlib import Path


def back_up(folder):
    root = Path(folder)
    paths = {
        path.relative_to(root).as_posix(): path
        for path in root.rglob("*")
        if path.is_file() and not path.is_symlink() and root.resolve() in path.resolve().parents
    }
    designs = [{"name": name, "data": base64.b64encode(paths[name].read_bytes()).decode()} for name in sorted(paths)]
    return json.dumps({"made_by": "satin 2", "designs": designs}, indent=1)


def restore(text, folder, only=None):
    root = Path(folder).resolve()
    chosen = {}
    for design in json.loads(text)["designs"]:
        name = design["name"]
        target = root.joinpath(name).resolve()
        if not target.is_relative_to(root) or target == root:
            raise ValueError(f"{name!r} leads out of the folder")
        if only is None or name.startswith(f"{only}/"):
            chosen[name] = target, design["data"]
    for target, data in chosen.values():
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(base64.b64decode(data))
    return sorted(chosen)
