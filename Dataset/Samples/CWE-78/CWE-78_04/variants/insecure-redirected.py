import os
import re
import subprocess


def cutting_plan(title, paper, path):
    if not re.fullmatch(r"[\w.-]+", paper):
        return None
    notes = subprocess.run(["tunebook", title], capture_output=True).stdout
    # The shell writes the file, so that no plan has to fit into memory.
    result = subprocess.run(f'rollcut --paper {paper} > "{path}"', shell=True, input=notes)
    if result.returncode != 0:
        return None
    with open(path, "rb") as file:
        return len(file.readlines())


def cut_all(order, folder):
    failed = []
    for title, paper in order:
        if cutting_plan(title, paper, os.path.join(folder, title + ".plan")) is None:
            failed.append(title)
    return failed
