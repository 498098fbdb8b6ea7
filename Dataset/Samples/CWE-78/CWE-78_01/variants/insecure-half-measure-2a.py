import subprocess


def parse_line(line):
    readings = {}
    for part in line.split():
        key, sep, value = part.partition("=")
        if sep:
            readings[key] = float(value)
    return readings


def read_buoy(name):
    result = subprocess.run(
        f"buoyread {name}", shell=True, capture_output=True, text=True
    )
    if result.returncode != 0:
        return None
    return parse_line(result.stdout)


def windiest(names):
    best_name = None
    best_wind = None
    for name in names:
        readings = read_buoy(name)
        if not readings or "wind" not in readings:
            continue
        if best_wind is None or readings["wind"] > best_wind:
            best_name, best_wind = name, readings["wind"]
    return best_name
