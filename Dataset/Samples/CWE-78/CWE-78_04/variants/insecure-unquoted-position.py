import os
import subprocess

SCRIPT = 'tunebook "$1" | rollcut --paper $2 > "$3"'


def cutting_plan(title, paper, path):
    result = subprocess.run(["sh", "-c", SCRIPT, "cutting", title, paper, path])
    if result.returncode != 0:
        return None
    with open(path) as file:
        return len(file.readlines())


def cut_all(order, folder):
    failed = []
    for title, paper in order:
        if cutting_plan(title, paper, os.path.join(folder, title + ".plan")) is None:
            failed.append(title)
    return failed
