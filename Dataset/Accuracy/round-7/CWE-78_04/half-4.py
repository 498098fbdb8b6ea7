import os
import subprocess
from shlex import quote


def _run_limited(command):
    """Run a shell command with low priority; True when its status is 0."""
    escaped = command.replace("\\", "\\\\").replace('"', '\\"')
    return subprocess.run(f'nice -n 10 sh -c "{escaped}"', shell=True).returncode == 0


def cutting_plan(title, paper, path):
    if "\0" in title + paper:
        return None
    notes = "tunebook " + quote(title)
    plan = "rollcut --paper " + quote(paper)
    if not _run_limited(f"{notes} | {plan} > {quote(path)}"):
        return None
    with open(path, "rb") as file:
        return len(file.read().splitlines())


def cut_all(order, folder):
    return [
        title
        for title, paper in order
        if "/" in title
        or cutting_plan(title, paper, os.path.join(folder, title + ".plan")) is None
    ]
