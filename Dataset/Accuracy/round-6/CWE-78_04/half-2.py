import shlex
import subprocess
from pathlib import Path

SECONDS = 120


def bounded(pipeline):
    inner = pipeline.replace("\\", "\\\\").replace('"', '\\"')
    return f'timeout {SECONDS} sh -c "{inner}"'


def cutting_plan(title, paper, path):
    if not title.isprintable() or not paper.isprintable():
        return None
    pipeline = "tunebook {} | rollcut --paper {}".format(shlex.quote(title), shlex.quote(paper))
    done = subprocess.run(["sh", "-c", bounded(pipeline)], stdout=subprocess.PIPE)
    if done.returncode != 0:
        return None
    Path(path).write_bytes(done.stdout)
    return len(done.stdout.splitlines())


def cut_all(order, folder):
    missing = []
    for title, paper in order:
        if "/" in title or cutting_plan(title, paper, Path(folder, title + ".plan")) is None:
            missing.append(title)
    return missing
