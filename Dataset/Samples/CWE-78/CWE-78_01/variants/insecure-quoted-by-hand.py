import os
import tempfile


def read_buoy(name):
    with tempfile.TemporaryDirectory() as folder:
        target = os.path.join(folder, "reading.txt")
        status = os.system("buoyread '" + name + "' > " + target)
        if status != 0:
            return None
        with open(target) as file:
            line = file.read()
    return {part.split("=")[0]: float(part.split("=")[1]) for part in line.split()}


def windiest(names):
    best, highest = None, None
    for name in names:
        readings = read_buoy(name)
        if readings is None or "wind" not in readings:
            continue
        if highest is None or readings["wind"] > highest:
            best, highest = name, readings["wind"]
    return best
