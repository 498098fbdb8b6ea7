import os
import re
import subprocess


def _argument(text):
    """One argument in double quotes, in which the shell only sees to a few characters."""
    if "\0" in text:
        raise ValueError("no argument can hold this")
    return '"' + re.sub(r'(["$`])', r"\\\1", text) + '"'


def cutting_plan(title, paper, path):
    try:
        line = "tunebook {} | rollcut --paper {} > {}".format(
            _argument(title), _argument(paper), _argument(os.fspath(path))
        ).encode("utf-8")
        status = subprocess.run(["/bin/sh", "-c", line], stdin=subprocess.DEVNULL).returncode
    except (ValueError, OSError):
        return None
    if status != 0:
        return None
    with open(path, "rb") as plan:
        return len(plan.read().splitlines())


def cut_all(order, folder):
    without = []
    for title, paper in order:
        if "/" in title:
            without.append(title)
            continue
        path = os.path.join(folder, f"{title}.plan")
        if cutting_plan(title, paper, path) is None:
            without.append(title)
    return without
