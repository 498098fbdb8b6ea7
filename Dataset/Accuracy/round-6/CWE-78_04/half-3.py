import os
import shlex
import subprocess

LOOKUP = 'tunebook "{title}"'
CUT = 'rollcut --paper "{paper}"'


def words(template, **values):
    values = {name: value.replace('"', '\\"') for name, value in values.items()}
    return shlex.split(template.format(**values))


def cutting_plan(title, paper, path):
    try:
        lookup, cut = words(LOOKUP, title=title), words(CUT, paper=paper)
        notes = subprocess.run(lookup, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL)
        plan = subprocess.run(cut, input=notes.stdout, stdout=subprocess.PIPE)
    except ValueError:
        return None
    if plan.returncode != 0:
        return None
    with open(path, "wb") as file:
        file.write(plan.stdout)
    return len(plan.stdout.splitlines())


def cut_all(order, folder):
    missing = []
    for title, paper in order:
        if "/" in title or "\0" in title:
            missing.append(title)
        elif cutting_plan(title, paper, os.path.join(folder, title + ".plan")) is None:
            missing.append(title)
    return missing
