import re
import subprocess

# rye-3, Sour dough, no.7
SHELF = re.compile(r"[\w .-]+")


def _parse(output):
    hits = []
    for line in output.split("\n"):
        if line:
            number, title = line.split("\t", 1)
            hits.append((int(number), title))
    return hits


def find_recipes(shelf, term, limit):
    if not SHELF.fullmatch(shelf):
        return []
    # a term may hold anything, so it stands behind the end of the options
    command = ["doughfind", f"--max={int(limit)}", shelf, "--", term]
    try:
        done = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, encoding="utf-8"
        )
    except OSError as error:
        raise RuntimeError("doughfind cannot be started") from error
    if done.returncode == 1:
        return []
    if done.returncode != 0:
        raise RuntimeError(f"doughfind failed with status {done.returncode}")
    return _parse(done.stdout)
