import subprocess


def read_buoy(name):
    result = subprocess.run(
        f"buoyread {name}", shell=True, capture_output=True, text=True
    )
    if result.returncode != 0:
        return None
    readings = {}
    for part in result.stdout.split():
        key, value = part.split("=")
        readings[key] = float(value)
    return readings


def windiest(names):
    best = None
    best_wind = None
    for name in names:
        readings = read_buoy(name)
        if readings is None or "wind" not in readings:
            continue
        if best_wind is None or readings["wind"] > best_wind:
            best = name
            best_wind = readings["wind"]
    return best
