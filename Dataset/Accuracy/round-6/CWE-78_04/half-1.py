import os
import shlex
import subprocess


def cutting_plan(title, paper, path):
    if "\0" in title or "\0" in paper:
        return None
    target = path.replace("\\", "\\\\").replace('"', '\\"')
    command = f'tunebook {shlex.quote(title)} | rollcut --paper {shlex.quote(paper)} > "{target}"'
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
