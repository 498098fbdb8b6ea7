import shlex
import subprocess


class NightBatch:
    def __init__(self):
        self.lines = ["#!/bin/sh"]

    def add(self, customer, picture, size, copies):
        if "\0" in picture + size + copies:
            raise ValueError("no argument of a program can hold a NUL")
        # A comment ends where its line ends.
        self.lines.append("# " + " ".join(customer.splitlines()))
        self.lines.append("photoprint --size {} --copies {} {}".format(*('"$(printf %s ' + shlex.quote(t) + ')"' for t in (size, copies, picture))))

    def save(self, path):
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write("\n".join(self.lines) + "\n")


def run_batch(path):
    return subprocess.run(["/bin/sh", path]).returncode == 0
