import os
import subprocess


def _usable(text):
    try:
        return b"\0" not in text.encode("utf-8")
    except UnicodeEncodeError:
        return False


def cutting_plan(title, paper, path):
    if not _usable(title) or not _usable(paper):
        return None
    try:
        notes = subprocess.run(["tunebook", title], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE).stdout
        cut = subprocess.run(["rollcut", "--paper", paper], input=notes, stdout=subprocess.PIPE)
    except FileNotFoundError:
        raise
    except OSError:
        return None
    if cut.returncode != 0:
        return None
    with open(path, "wb") as file:
        file.write(cut.stdout)
    return len(cut.stdout.splitlines())


def cut_all(order, folder):
    missing = []
    for title, paper in order:
        if "/" in title or cutting_plan(title, paper, os.path.join(folder, title + ".plan")) is None:
            missing.append(title)
    return missing
