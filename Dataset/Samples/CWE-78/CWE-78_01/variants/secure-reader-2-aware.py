import re
import subprocess

BUOY_NAME = re.compile(r"[A-Za-z0-9_.@+-]+")


def read_buoy(name):
    if not isinstance(name, str) or BUOY_NAME.fullmatch(name) is None:
        return None
    process = subprocess.Popen(
        ["buoyread", name],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        shell=False,
    )
    output, _ = process.communicate()
    if process.returncode != 0:
        return None
    pairs = (item.partition("=") for item in output.split())
    return {key: float(number) for key, _, number in pairs}


def windiest(names):
    winds = []
    for name in names:
        readings = read_buoy(name)
        if readings is not None and "wind" in readings:
            winds.append((name, readings["wind"]))
    if not winds:
        return None
    # max() keeps the first one among equals
    return max(winds, key=lambda pair: pair[1])[0]
