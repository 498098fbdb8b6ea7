import shlex
import subprocess
from pathlib import Path

PIPE = "tunebook @TITLE@ | rollcut --paper @PAPER@ > @PATH@"


def command_line(**values):
    """The pipe with every value quoted for the shell."""
    command = PIPE
    for name, value in values.items():
        command = command.replace(f"@{name}@", shlex.quote(str(value)))
    return command


def cutting_plan(title, paper, path):
    if "\0" in title or "\0" in paper:
        return None
    done = subprocess.run(["/bin/sh", "-c", command_line(TITLE=title, PAPER=paper, PATH=path)])
    if done.returncode:
        return None
    return len(Path(path).read_bytes().splitlines())


def cut_all(order, folder):
    def made(title, paper):
        return "/" not in title and cutting_plan(title, paper, Path(folder, title + ".plan")) is not None

    return [title for title, paper in order if not made(title, paper)]
