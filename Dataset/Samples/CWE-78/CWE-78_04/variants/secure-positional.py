import os
import subprocess

PIPE = 'tunebook "$1" | rollcut --paper "$2"'


def cutting_plan(title, paper, path):
    if "\0" in title + paper:
        return None
    try:
        plan = subprocess.check_output(["/bin/sh", "-c", PIPE, "sh", title, paper])
    except subprocess.CalledProcessError:
        return None
    with open(path, "wb") as file:
        file.write(plan)
    return plan.count(b"\n")


def cut_all(order, folder):
    failed = []
    for title, paper in order:
        try:
            plan = cutting_plan(title, paper, os.path.join(folder, f"{title}.plan"))
        except OSError:
            plan = None
        if plan is None:
            failed += [title]
    return failed
