import os
import re

BUOY_NAME = re.compile(r"[\w.@+-]+")


def parse_readings(line):
    pairs = (item.partition("=") for item in line.split())
    return {key: float(number) for key, _, number in pairs}


def read_buoy(name):
    if not BUOY_NAME.match(name):
        return None
    pipe = os.popen("buoyread %s 2>/dev/null" % name)
    output = pipe.read()
    if pipe.close() is not None:
        return None
    return parse_readings(output)


def windiest(names):
    winds = []
    for name in names:
        readings = read_buoy(name)
        if readings and "wind" in readings:
            winds.append((name, readings["wind"]))
    if not winds:
        return None
    return max(winds, key=lambda item: item[1])[0]
