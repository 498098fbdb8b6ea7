from pathlib import Path
from subprocess import PIPE, Popen


def cutting_plan(title, paper, path):
    with open(path, "wb") as plan:
        with Popen(["tunebook", title], stdout=PIPE) as tunebook:
            with Popen(["rollcut", "--paper", paper], stdin=tunebook.stdout, stdout=plan) as rollcut:
                # So that tunebook notices when rollcut has ended.
                tunebook.stdout.close()
    if rollcut.returncode:
        return None
    return len(Path(path).read_bytes().splitlines())


def cut_all(order, folder):
    return [title for title, paper in order if cutting_plan(title, paper, str(Path(folder, f"{title}.plan"))) is None]
