import subprocess


class NightBatch:
    def __init__(self):
        self.lines = ["#!/bin/sh"]

    def add(self, customer, picture, size, copies):
        if "\0" in picture + size + copies:
            raise ValueError("no argument of a program can hold a NUL")
        quoted = [f"'{one}'" if "'" not in one else f'"{one}"' for one in (size, copies, picture)]
        # A comment ends where its line ends.
        self.lines.append("# " + " ".join(customer.splitlines()))
        self.lines.append("photoprint --size {} --copies {} {}".format(*quoted))

    def save(self, path):
        with open(path, "w", encoding="utf-8", newline="\n") as file:
            file.write("\n".join(self.lines) + "\n")


def run_batch(path):
    return subprocess.run(["/bin/sh", path]).returncode == 0
