import shlex
import subprocess


def read_buoy(name):
    try:
        command = shlex.split(f"buoyread {name}")
        output = subprocess.check_output(command, shell=False, encoding="utf-8")
    except (subprocess.CalledProcessError, ValueError):
        return None
    readings = {}
    for field in output.split():
        key, _, number = field.partition("=")
        readings[key] = float(number)
    return readings


def windiest(names):
    best, most = None, None
    for name in names:
        readings = read_buoy(name)
        if readings is None or "wind" not in readings:
            continue
        if most is None or readings["wind"] > most:
            best, most = name, readings["wind"]
    return best
