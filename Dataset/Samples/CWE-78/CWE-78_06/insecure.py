import subprocess


class NightBatch:
    def __init__(self):
        self.lines = ["#!/bin/sh"]

    def add(self, customer, picture, size, copies):
        self.lines.append(f"# {customer}")
        self.lines.append(f'photoprint --size "{size}" --copies {copies} "{picture}"')

    def save(self, path):
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(self.lines) + "\n")


def run_batch(path):
    return subprocess.run(["/bin/sh", path]).returncode == 0
