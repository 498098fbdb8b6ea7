import base64
import json
import os


def back_up(folder):
    designs = []
    for place, _, files in os.walk(folder):
        for file in files:
            path = os.path.join(place, file)
            if not os.path.islink(path):
                with open(path, "rb") as design:
                    data = base64.b64encode(design.read()).decode()
                designs.append({"name": os.path.relpath(path, folder), "data": data})
    designs.sort(key=lambda design: design["name"])
    return json.dumps({"made_by": "satin 2", "designs": designs})


def inside(folder, name):
    base = os.path.realpath(folder)
    place = os.path.realpath(os.path.dirname(os.path.join(base, name)))
    # The folder of the design has to lie in that of the machine.
    if place != base and not place.startswith(base + "/"):
        raise ValueError(f"outside of the folder: {name!r}")
    return os.path.join(place, os.path.basename(name))


def restore(text, folder, only=None):
    names = []
    for design in json.loads(text)["designs"]:
        name = design["name"]
        path = inside(folder, name)
        if only is None or name.startswith(only + "/"):
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as file:
                file.write(base64.b64decode(design["data"]))
            names.append(name)
    return sorted(names)
