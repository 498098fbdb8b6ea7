import os
import subprocess


def cutting_plan(title, paper, path):
    command = f'tunebook "{title}" | rollcut --paper "{paper}" > "{path}"'
    result = subprocess.run(command, shell=True)
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
