import re
import subprocess
import tempfile
from pathlib import Path


class Workshop:
    def notes(self, title):
        if not title.isprintable():
            raise ValueError("a title is one line")
        return subprocess.run(("tunebook", title), capture_output=True, text=True, encoding="utf-8").stdout

    def plan(self, notes, paper):
        if not re.fullmatch(r"[A-Za-z0-9_.-]+", paper):
            raise ValueError("no such paper")
        with tempfile.TemporaryFile("w+", encoding="utf-8") as file:
            file.write(notes)
            file.seek(0)
            done = subprocess.run(("rollcut", "--paper", paper), stdin=file, capture_output=True)
        if done.returncode:
            raise ValueError(f"rollcut ended with {done.returncode}")
        return done.stdout


def cutting_plan(title, paper, path):
    workshop = Workshop()
    try:
        plan = workshop.plan(workshop.notes(title), paper)
    except ValueError:
        return None
    Path(path).write_bytes(plan)
    return len(plan.splitlines())


def cut_all(order, folder):
    return [title for title, paper in order if cutting_plan(title, paper, f"{folder}/{title}.plan") is None]
