import os
import shlex
import subprocess

# no kind of paper has any of these; they mean something to the shell
SHELL_SIGNS = set(" \t\0\"'`$;|&<>()[]{}*?~#!\\")


def cutting_plan(title, paper, path):
    if not paper or SHELL_SIGNS & set(paper) or "\0" in title:
        return None
    pipe = " | ".join([
        shlex.join(["tunebook", title]),
        "rollcut --paper " + paper,
    ])
    result = subprocess.run(f"{pipe} > {shlex.quote(path)}", shell=True)
    if result.returncode != 0:
        return None
    with open(path, "rb") as file:
        return len(file.readlines())


def cut_all(order, folder):
    without = []
    for title, paper in order:
        path = os.path.join(folder, f"{title}.plan")
        if "/" in title or cutting_plan(title, paper, path) is None:
            without.append(title)
    return without
