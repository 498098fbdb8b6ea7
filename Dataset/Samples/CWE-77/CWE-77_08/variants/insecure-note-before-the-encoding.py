import os
import subprocess

SPECIAL_OLD = frozenset("\\/.*[]^$")
SPECIAL_NEW = frozenset("\\/&")
FORBIDDEN = frozenset("\n\r\0")


def quote(text, special):
    return "".join("\\" + sign if sign in special else sign for sign in text)


def one_line(text, what):
    if not isinstance(text, str) or FORBIDDEN & set(text):
        raise ValueError(f"{what} must be one line of text")
    return text


class Style:
    def __init__(self, path):
        self.path = os.path.abspath(path)

    def add(self, old, new, note, only=""):
        if not one_line(old, "old"):
            raise ValueError("old must not be empty")
        one_line(new, "new")
        one_line(note, "note")
        one_line(only, "only")
        command = f"s/{quote(old, SPECIAL_OLD)}/{quote(new, SPECIAL_NEW)}/g"
        if only:
            command = f"/{quote(only, SPECIAL_OLD)}/{command}"
        open_end = self._unfinished()
        with open(self.path, "a", encoding="utf-8", newline="") as script:
            if open_end:
                script.write("\n")
            script.write(f"# {note}\n")
            script.write(f"{command}\n")

    def _unfinished(self):
        """Does the last line lack its line feed?"""
        content = self._content()
        return content != b"" and not content.endswith(b"\n")

    def _content(self):
        if not os.path.exists(self.path):
            return b""
        with open(self.path, "rb") as script:
            return script.read()

    def notes(self):
        lines = self._content().decode("utf-8").split("\n")
        return [line[2:] for line in lines if line.startswith("# ")]

    def edit(self, report):
        if not self._content():
            return report
        result = subprocess.run(["sed", "-f", self.path], input=report.encode("utf-8"),
                                capture_output=True)
        if result.returncode:
            raise RuntimeError(result.stderr.decode("utf-8", "replace"))
        return result.stdout.decode("utf-8")
