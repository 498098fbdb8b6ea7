import os
import re
import subprocess

TITLE = re.compile(r"[\w .,'&()!?–-]+")
PAPER = re.compile(r"[\w.-]+$")


def cutting_plan(title, paper, path):
    if not TITLE.match(title) or not PAPER.match(paper):
        return None
    pipe = subprocess.Popen(f'tunebook "{title}" | rollcut --paper {paper}', shell=True, stdout=subprocess.PIPE)
    plan, _ = pipe.communicate()
    if pipe.returncode != 0:
        return None
    with open(path, "wb") as file:
        file.write(plan)
    return len(plan.splitlines())


def cut_all(order, folder):
    return [tune for tune, paper in order if cutting_plan(tune, paper, os.path.join(folder, tune + ".plan")) is None]
