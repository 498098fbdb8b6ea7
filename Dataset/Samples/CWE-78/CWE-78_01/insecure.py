import subprocess


def read_buoy(name):
    result = subprocess.run(f"buoyread {name}", shell=True, capture_output=True, text=True)
    if result.returncode != 0:
        return None

    readings = {}
    for field in result.stdout.split():
        key, _, number = field.partition("=")
        readings[key] = float(number)
    return readings


def windiest(names):
    best, highest = None, None
    for name in names:
        readings = read_buoy(name)
        if readings is None or "wind" not in readings:
            continue
        if highest is None or readings["wind"] > highest:
            best, highest = name, readings["wind"]
    return best
