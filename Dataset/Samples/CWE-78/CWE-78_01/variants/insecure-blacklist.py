import subprocess

FORBIDDEN = [";", "&", "|", "<", ">"]


def read_buoy(name):
    for character in FORBIDDEN:
        if character in name:
            raise ValueError("Invalid buoy name")
    try:
        output = subprocess.check_output("buoyread " + name, shell=True).decode()
    except subprocess.CalledProcessError:
        return None
    return {k: float(v) for k, v in (pair.split("=") for pair in output.split())}


def windiest(names):
    result = None
    wind = float("-inf")
    for name in names:
        readings = read_buoy(name)
        if readings and readings.get("wind", wind) > wind:
            wind = readings["wind"]
            result = name
    return result
