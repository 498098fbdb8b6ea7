"""The house style of the sports desk: a script for sed, kept by the editors."""
import os
import subprocess
import tempfile
from pathlib import Path

_SPECIAL_OLD = frozenset("\\/.*[^$")
_SPECIAL_NEW = frozenset("\\/&")


def _escaped(text, special):
    return "".join("\\" + sign if sign in special else sign for sign in text)


class Style:
    def __init__(self, path):
        self._path = Path(path).absolute()

    def add(self, old, new, note, only=""):
        if not old:
            raise ValueError("a rule needs a text to replace")
        for text in (old, new, note, only):
            # a rule is two lines, so none of its texts can have more than one
            if "\n" in text or "\0" in text:
                raise ValueError("a text must be one line")
            text.encode("utf-8")        # UnicodeEncodeError is a ValueError

        command = f"s/{_escaped(old, _SPECIAL_OLD)}/{_escaped(new, _SPECIAL_NEW)}/g"
        if only:
            command = f"/{_escaped(only, _SPECIAL_OLD)}/{command}"

        script = self._path.read_text(encoding="utf-8") if self._path.exists() else ""
        if script and not script.endswith("\n"):
            script += "\n"              # kept by hand, last line not ended
        self._replace(f"{script}# {note}\n{command}\n")

    def notes(self):
        if not self._path.exists():
            return []
        lines = self._path.read_bytes().decode("utf-8").split("\n")
        return [line[2:] for line in lines if line.startswith("# ")]

    def edit(self, report):
        if not self._path.exists():
            return report
        done = subprocess.run(
            ["sed", "-f", str(self._path)],
            input=report.encode("utf-8"), stdout=subprocess.PIPE, check=True,
        )
        return done.stdout.decode("utf-8")

    def _replace(self, script):
        """Swap the script in one go: the typesetters never see half of one."""
        handle, name = tempfile.mkstemp(dir=self._path.parent, prefix=".style-")
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(script)
            os.chmod(name, self._path.stat().st_mode & 0o777 if self._path.exists() else 0o644)
            os.replace(name, self._path)
        except BaseException:
            os.unlink(name)
            raise
