import re
import shlex
import subprocess


def _argument(text):
    if re.search(r"[\0\r\n]", text):
        raise ValueError("an argument has to fit on one line")
    text.encode("utf-8")
    return shlex.quote(text)


class NightBatch:
    def __init__(self):
        self._orders = []

    def add(self, customer, picture, size, copies):
        name = re.sub(r"[\0\r\n]+", " ", customer)
        name = name.encode("utf-8", "replace").decode("utf-8")
        self._orders.append(
            f"# {name}\n"
            f"photoprint --size {_argument(size)} --copies {_argument(copies)} {_argument(picture)}"
        )

    def save(self, path):
        lines = ["#!/bin/sh"]
        for order in self._orders:
            lines.extend(order.splitlines())
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.writelines(line + "\n" for line in lines)


def run_batch(path):
    return subprocess.run(["/bin/sh", path], stdin=subprocess.DEVNULL).returncode == 0
