import re
import subprocess


def find_recipes(shelf, term, limit):
    if not re.fullmatch(r"[\w.-]+", shelf):
        return []
    if "\0" in term:
        return []
    command = ["doughfind", "-n", str(limit), shelf, "--", term]
    done = subprocess.run(command, capture_output=True, stdin=subprocess.DEVNULL)
    if done.returncode == 1:
        return []
    if done.returncode != 0:
        raise RuntimeError("the search failed")
    hits = []
    for line in done.stdout.decode("utf-8").split("\n"):
        number, tab, title = line.partition("\t")
        if tab:
            hits.append((int(number), title))
    return hits
