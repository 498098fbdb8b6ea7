import os
import re
import subprocess
from pathlib import Path


def _pattern(text):
    return re.sub(r"[][\\/.*^$]", r"\\\g<0>", text)


def _replacement(text):
    return re.sub(r"[\\/&]", r"\\\g<0>", text)


class Style:
    def __init__(self, path):
        self._path = Path(os.path.abspath(path))

    def _script(self):
        try:
            return self._path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return ""

    def add(self, old, new, note, only=""):
        if not old:
            raise ValueError("old is empty")
        for text in (old, new, note, only):
            if "\n" in text or "\0" in text:
                raise ValueError("a rule cannot hold line breaks or NUL")
            text.encode("utf-8")
        address = f"/{_pattern(only)}/" if only else ""
        script = self._script()
        if script and not script.endswith("\n"):
            script += "\n"
        script += f"# {note}\n{address}s/{_pattern(old)}/{_replacement(new)}/g\n"
        # All or nothing: the typesetters may run it at any moment.
        fresh = self._path.with_name(self._path.name + ".new")
        fresh.write_text(script, encoding="utf-8")
        os.replace(fresh, self._path)

    def notes(self):
        return [line[2:] for line in self._script().split("\n") if line.startswith("# ")]

    def edit(self, report):
        if not self._path.exists():
            return report
        done = subprocess.run(["sed", "-f", str(self._path)], input=report.encode("utf-8"),
                              stdout=subprocess.PIPE, check=True,
                              env={**os.environ, "LC_ALL": "C.UTF-8"})
        return done.stdout.decode("utf-8")
