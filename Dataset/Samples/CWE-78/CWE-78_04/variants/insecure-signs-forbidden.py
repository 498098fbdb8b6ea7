import os
import subprocess

FORBIDDEN = set(";|&<>$`\"'\\(){}*?#~")


def cutting_plan(title, paper, path):
    if FORBIDDEN & set(paper):
        return None
    notes = subprocess.check_output(["tunebook", title])
    cut = subprocess.run("rollcut --paper " + paper, shell=True, input=notes, capture_output=True)
    if cut.returncode:
        return None
    with open(path, "wb") as plan:
        plan.write(cut.stdout)
    return len(cut.stdout.splitlines())


def cut_all(order, folder):
    failed = []
    for title, paper in order:
        plan = cutting_plan(title, paper, os.path.join(folder, title + ".plan"))
        if plan is None:
            failed.append(title)
    return failed
