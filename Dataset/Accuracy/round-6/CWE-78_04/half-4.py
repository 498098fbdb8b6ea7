import os
import subprocess
from shlex import quote

SCRIPT = """\
set -u
# {title} ({paper})
tunebook {title_word} | rollcut --paper {paper_word} > {path_word}
"""


def cutting_plan(title, paper, path):
    path = os.path.abspath(path)
    script = SCRIPT.format(
        title=title, paper=paper, title_word=quote(title), paper_word=quote(paper), path_word=quote(path))
    if "\0" in script:
        return None
    done = subprocess.run(["sh", "-s"], input=script.encode("utf-8", "surrogateescape"))
    if done.returncode != 0:
        return None
    with open(path, "rb") as plan:
        return len(plan.readlines())


def cut_all(order, folder):
    return [
        title
        for title, paper in order
        if "/" in title or cutting_plan(title, paper, os.path.join(folder, title + ".plan")) is None
    ]
