import os
import shlex
import subprocess


def _usable(text):
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return "\0" not in text


def cutting_plan(title, paper, path):
    if not (_usable(title) and _usable(paper)):
        return None
    line = f'tunebook {shlex.quote(title)} | rollcut --paper {shlex.quote(paper)} > "{path}"'
    try:
        done = subprocess.run(["/bin/sh", "-c", line], stdin=subprocess.DEVNULL)
    except OSError:
        return None
    if done.returncode != 0:
        return None
    with open(path, "rb") as plan:
        return sum(1 for _ in plan)


def cut_all(order, folder):
    missing = []
    for title, paper in order:
        if "/" in title or cutting_plan(title, paper, os.path.join(folder, title + ".plan")) is None:
            missing.append(title)
    return missing
