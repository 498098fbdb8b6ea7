import shlex
import subprocess


def cutting_plan(title, paper, path):
    line = "tunebook {} | rollcut --paper {} > {}".format(*map(shlex.quote, (title, paper, path)))
    if subprocess.call(line, shell=True) != 0:
        return None
    with open(path, "rb") as plan:
        return sum(1 for _ in plan)


def cut_all(order, folder):
    without = []
    for title, paper in order:
        lines = cutting_plan(title, paper, f"{folder}/{title}.plan")
        if lines is None:
            without.append(title)
    return without
