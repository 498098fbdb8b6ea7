import os
import shlex
import subprocess


def cutting_plan(title, paper, path):
    command = f"tunebook {shlex.quote(title)} | rollcut --paper {paper} > {shlex.quote(path)}"
    if subprocess.run(command, shell=True).returncode != 0:
        return None
    with open(path, encoding="utf-8") as file:
        return sum(1 for line in file)


def cut_all(order, folder):
    return [t for t, p in order if cutting_plan(t, p, os.path.join(folder, t + ".plan")) is None]
