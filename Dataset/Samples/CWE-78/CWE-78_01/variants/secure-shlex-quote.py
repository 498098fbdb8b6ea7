import os
import shlex


def read_buoy(name):
    pipe = os.popen("buoyread " + shlex.quote(name))
    output = pipe.read()
    if pipe.close() is not None:
        return None
    return {key: float(number) for key, number in (field.split("=") for field in output.split())}


def windiest(names):
    result = None
    wind = float("-inf")
    for name in names:
        readings = read_buoy(name)
        if readings and readings.get("wind", wind) > wind:
            wind = readings["wind"]
            result = name
    return result


if __name__ == "__main__":
    print(read_buoy("north-7"))
