import os
import re
import shlex
import subprocess

ORDER = """\
# {customer}
photoprint --size {size} --copies {copies} {picture}
"""
BREAKS = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]")


def quoted(text):
    if BREAKS.search(text):
        raise ValueError("line breaks and control characters are not allowed")
    text.encode("utf-8")
    return shlex.quote(text)


def comment(text):
    return BREAKS.sub(" ", text).encode("utf-8", "replace").decode("utf-8")


class NightBatch:
    def __init__(self):
        self._orders = []

    def add(self, customer, picture, size, copies):
        fields = {
            "{size}": quoted(size),
            "{copies}": quoted(copies),
            "{picture}": quoted(picture),
            "{customer}": comment(customer),
        }
        order = ORDER
        for mark, value in fields.items():
            order = order.replace(mark, value)
        self._orders.append(order)

    def save(self, path):
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write("#!/bin/sh\n" + "".join(self._orders))


def run_batch(path):
    done = subprocess.run(["/bin/sh", os.path.abspath(path)], stdin=subprocess.DEVNULL)
    return done.returncode == 0

