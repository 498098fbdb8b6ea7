import os
import re
import subprocess

PLAIN = re.compile(r"^[A-Za-z0-9_.,:+/-]+$")
CONTROL = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029\ud800-\udfff]")


def word(text):
    """A shell word that stands for exactly this text; plain ones stay readable for the staff."""
    if PLAIN.match(text):
        return text
    if CONTROL.search(text):
        raise ValueError("this text cannot be written into the batch: %r" % text)
    return "'" + text.replace("'", "'\\''") + "'"


class NightBatch:
    def __init__(self):
        self._lines = ["#!/bin/sh"]

    def add(self, customer, picture, size, copies):
        command = "photoprint --size %s --copies %s %s" % (word(size), word(copies), word(picture))
        self._lines += ["# " + CONTROL.sub("?", customer), command]

    def save(self, path):
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            for line in self._lines:
                file.write(line + "\n")


def run_batch(path):
    done = subprocess.run(["/bin/sh", os.path.abspath(path)], stdin=subprocess.DEVNULL)
    return done.returncode == 0

