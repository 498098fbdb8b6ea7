import os
import re
import subprocess
from shlex import quote


def _file(path):
    # the path may hold blanks; what is special between double quotes gets a backslash
    return '"' + re.sub(r'(["$\\])', r"\\\1", path) + '"'


def cutting_plan(title, paper, path):
    if "\0" in title + paper:
        return None
    command = f"tunebook {quote(title)} | rollcut --paper {quote(paper)} > {_file(path)}"
    if subprocess.run(command, shell=True).returncode != 0:
        return None
    with open(path, "rb") as plan:
        return sum(1 for _ in plan)


def cut_all(order, folder):
    missing = []
    for title, paper in order:
        if "/" in title or cutting_plan(title, paper, os.path.join(folder, title + ".plan")) is None:
            missing.append(title)
    return missing
