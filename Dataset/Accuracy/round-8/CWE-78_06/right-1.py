import shlex
import subprocess


def _quote(text):
    if "\0" in text or "\n" in text:
        raise ValueError("cannot be written as an argument on one line")
    text.encode("utf-8")  # raises UnicodeEncodeError, a ValueError
    return shlex.quote(text)


class NightBatch:
    def __init__(self):
        self._lines = []

    def add(self, customer, picture, size, copies):
        command = "photoprint --size %s --copies %s %s" % (_quote(size), _quote(copies), _quote(picture))
        name = "".join(c if c.isprintable() else " " for c in customer)
        self._lines += ["# " + name, command]

    def save(self, path):
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write("\n".join(["#!/bin/sh"] + self._lines) + "\n")


def run_batch(path):
    return subprocess.run(["/bin/sh", path], stdin=subprocess.DEVNULL).returncode == 0
