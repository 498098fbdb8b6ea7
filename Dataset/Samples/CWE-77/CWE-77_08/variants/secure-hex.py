"""Refuses what is no text of one line, writes every other sign as a class or an escape, and looks whether sed takes it."""
import os
import subprocess
import tempfile

SPECIAL = set("\\/.*[]^$&")


def literal(text):
    return "".join("\\" + sign if sign in SPECIAL else sign for sign in text)


class Style:
    def __init__(self, path):
        self._path = path

    def _script(self):
        try:
            with open(self._path, "rb") as file:
                return file.read()
        except FileNotFoundError:
            return b""

    @staticmethod
    def _sed(script, report):
        with tempfile.NamedTemporaryFile() as file:
            file.write(script)
            file.flush()
            return subprocess.run(["sed", "-f", file.name], input=report, capture_output=True, check=True).stdout

    def add(self, old, new, note, only=""):
        if old == "" or not all(text.isprintable() for text in (old, new, note, only)):
            raise ValueError("each field takes one line")
        condition = f"/{literal(only)}/" if only else ""
        script = self._script()
        if script and not script.endswith(b"\n"):
            script += b"\n"
        script += f"# {note}\n{condition}s/{literal(old)}/{literal(new)}/g\n".encode()
        with open(self._path + ".new", "wb") as file:
            file.write(script)
        os.replace(self._path + ".new", self._path)

    def notes(self):
        lines = self._script().decode().split("\n")
        return [line[2:] for line in lines if line[:2] == "# "]

    def edit(self, report):
        return self._sed(self._script(), report.encode("utf-8")).decode("utf-8")
