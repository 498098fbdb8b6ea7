import re
import shlex
import subprocess


class NightBatch:
    def __init__(self):
        self._lines = ["#!/bin/sh"]

    def add(self, customer, picture, size, copies):
        for text in (picture, size):
            if "\0" in text or "\n" in text:
                raise ValueError("a picture and a size have no line breaks")
        if not re.match(r"^[0-9]{1,6}$", copies):
            raise ValueError("copies is a number")
        comment = " ".join(customer.replace("\0", " ").splitlines())
        command = f"photoprint --size {shlex.quote(size)} --copies {copies} {shlex.quote(picture)}"
        for line in (comment, command):
            line.encode("utf-8")  # UnicodeEncodeError is a ValueError
        self._lines += ["# " + comment, command]

    def save(self, path):
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write("\n".join(self._lines) + "\n")


def run_batch(path):
    done = subprocess.run(["/bin/sh", path], stdin=subprocess.DEVNULL)
    return done.returncode == 0
