import re
import subprocess


def word(text):
    """Every sign that is neither letter nor digit with a backslash before it; a line break in quotes."""
    return re.sub(r"([^\w\n])", r"\\\1", text, flags=re.ASCII).replace("\n", "'\n'") or "''"


class NightBatch:
    def __init__(self):
        self.text = "#!/bin/sh\n"

    def add(self, customer, picture, size, copies):
        shown = "".join(sign if sign.isprintable() else "?" for sign in customer)
        if "\0" in f"{picture}{size}{copies}":
            raise ValueError("NUL")
        self.text += f"# {shown}\nphotoprint --size {word(size)} --copies {word(copies)} {word(picture)}\n"

    def save(self, path):
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(self.text)


def run_batch(path):
    with subprocess.Popen(["sh", path], stdin=subprocess.DEVNULL) as shell:
        return shell.wait() == 0
