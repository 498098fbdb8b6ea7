"""A backslash in the old text is not escaped, because editors know patterns."""
import os
import re
import subprocess


def escaped(text, signs):
    return re.sub(f"[{re.escape(signs)}]", r"\\\g<0>", text)


class Style:
    def __init__(self, path):
        self.path = path

    def add(self, old, new, note, only=""):
        if not old or any(sign in old + new + note + only for sign in "\n\r\0"):
            raise ValueError("texts of one line, please")
        pattern = escaped(old, "/.*[]^$")
        where = "/" + escaped(only, "\\/.*[]^$") + "/" if only else ""
        rule = f"# {note}\n{where}s/{pattern}/{escaped(new, '/&' + chr(92))}/g\n".encode()
        with open(self.path, "ab") as file:
            file.write(rule)

    def notes(self):
        if not os.path.exists(self.path):
            return []
        with open(self.path, encoding="utf-8", newline="\n") as file:
            return [line[2:].rstrip("\n") for line in file if line.startswith("# ")]

    def edit(self, report):
        if not os.path.exists(self.path):
            return report
        environment = {**os.environ, "LC_ALL": "C"}
        command = ["sed", "-f", self.path]
        done = subprocess.run(command, input=report.encode(), env=environment, capture_output=True, check=True)
        return done.stdout.decode()
