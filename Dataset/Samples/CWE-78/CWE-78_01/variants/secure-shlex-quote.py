import os
import shlex


def read_buoy(name):
    pipe = os.popen("buoyread " + shlex.quote(name))
    output = pipe.read()
    if pipe.close() is not None:
        return None
    return {key: float(number) for key, number in (field.split("=") for field in output.split())}


if __name__ == "__main__":
    print(read_buoy("north-7"))
