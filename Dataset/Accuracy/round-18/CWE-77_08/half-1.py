"""The house style of the sports desk: a sed script that grows by a form."""
import subprocess
from pathlib import Path


def _pattern(text):
    """`text` as a basic regular expression that fits nothing but itself."""
    out = []
    for char in text:
        if char == "\n":
            out.append("\\n")
        elif char in "\\/.*[^$":
            out.append("\\" + char)
        else:
            out.append(char)
    return "".join(out)


def _replacement(text):
    return (text.replace("\\", "\\\\").replace("/", "\\/")
                .replace("&", "\\&").replace("\n", "\\n"))


class Style:
    def __init__(self, path):
        self._path = Path(path)

    def _script(self):
        try:
            return self._path.read_text(encoding="utf-8")
        except FileNotFoundError:
            return ""

    def add(self, old, new, note, only=""):
        if not old:
            raise ValueError("the text to replace is empty")
        if "\n" in note:
            raise ValueError("a note is one line")
        for text in (old, new, note, only):
            if "\0" in text:
                raise ValueError("a NUL cannot stand in a script")
            text.encode("utf-8")        # a UnicodeEncodeError is a ValueError
        command = f"s/{_pattern(old)}/{_replacement(new)}/g"
        if only:
            command = f"/{_pattern(only)}/{command}"
        script = self._script()
        if script and not script.endswith("\n"):
            script += "\n"
        fresh = self._path.with_name(self._path.name + ".new")
        with open(fresh, "w", encoding="utf-8", newline="") as file:
            file.write(f"{script}# {note}\n{command}\n")
        fresh.replace(self._path)

    def notes(self):
        return [line[2:] for line in self._script().split("\n")
                if line.startswith("# ")]

    def edit(self, report):
        if not self._path.exists():
            return report
        done = subprocess.run(["sed", "-f", str(self._path)], input=report.encode("utf-8"),
                              stdout=subprocess.PIPE, check=True)
        return done.stdout.decode("utf-8")
