import os
import subprocess


def cutting_plan(title, paper, path):
    notes = subprocess.run(["tunebook", title], stdout=subprocess.PIPE).stdout
    plan = subprocess.run(["rollcut", "--paper", paper], input=notes, stdout=subprocess.PIPE)
    if plan.returncode != 0:
        os.system(f"echo 'no plan for {title}' >&2")
        return None
    with open(path, "wb") as file:
        file.write(plan.stdout)
    return len(plan.stdout.splitlines())


def cut_all(order, folder):
    failed = []
    for title, paper in order:
        if cutting_plan(title, paper, os.path.join(folder, title + ".plan")) is None:
            failed.append(title)
    return failed
