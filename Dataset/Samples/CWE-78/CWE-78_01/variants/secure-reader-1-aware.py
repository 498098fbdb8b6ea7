import re
import subprocess

_NAME = re.compile(r"[A-Za-z0-9_.@+-]+")


def read_buoy(name):
    # only texts that have the form of a name go to the program, and without a shell
    if not isinstance(name, str) or _NAME.fullmatch(name) is None:
        return None
    done = subprocess.run(
        ["buoyread", name],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        shell=False,
    )
    if done.returncode != 0:
        return None
    readings = {}
    for part in done.stdout.split():
        key, sign, number = part.partition("=")
        if sign:
            readings[key] = float(number)
    return readings


def windiest(names):
    known = []
    for name in names:
        readings = read_buoy(name)
        if readings is not None and "wind" in readings:
            known.append((readings["wind"], name))
    if not known:
        return None
    # max keeps the first of equal elements
    return max(known, key=lambda pair: pair[0])[1]
