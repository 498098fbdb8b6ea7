import os
import re


def quoted(text):
    return '"' + re.sub(r'(["$`])', r"\\\1", text) + '"'


def cutting_plan(title, paper, path):
    status = os.system(f"tunebook {quoted(title)} | rollcut --paper {quoted(paper)} > {quoted(path)}")
    if status != 0:
        return None
    with open(path, encoding="utf-8") as file:
        return len(file.read().splitlines())


def cut_all(order, folder):
    missing = []
    for title, paper in order:
        if cutting_plan(title, paper, os.path.join(folder, title + ".plan")) is None:
            missing.append(title)
    return missing
