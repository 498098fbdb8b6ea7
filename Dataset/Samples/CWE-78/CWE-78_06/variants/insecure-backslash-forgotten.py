import re
import subprocess


def quoted(text):
    """The text in double quotes, with a backslash before what means something there."""
    return '"' + re.sub(r'(["$`])', r"\\\1", text) + '"'


class NightBatch:
    def __init__(self):
        self.lines = ["#!/bin/sh"]

    def add(self, customer, picture, size, copies):
        if "\0" in picture + size + copies:
            raise ValueError("no argument of a program can hold a NUL")
        # A comment ends where its line ends.
        self.lines.append("# " + " ".join(customer.splitlines()))
        self.lines.append(f"photoprint --size {quoted(size)} --copies {quoted(copies)} {quoted(picture)}")

    def save(self, path):
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write("\n".join(self.lines) + "\n")


def run_batch(path):
    return subprocess.run(["/bin/sh", path]).returncode == 0
