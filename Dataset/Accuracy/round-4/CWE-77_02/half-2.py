import re
import subprocess

SHELF = re.compile(r"[\w-]+")


def find_recipes(shelf, term, limit):
    if not SHELF.fullmatch(shelf) or "\0" in term:
        return []
    command = ["doughfind", "-n", str(limit), shelf, "--", term]
    done = subprocess.run(command, capture_output=True, encoding="utf-8")
    if done.returncode > 1 or done.returncode < 0:
        raise RuntimeError(done.stderr.strip() or "search failed")
    lines = [line.partition("\t") for line in done.stdout.split("\n") if line]
    return [(int(number), title) for number, _, title in lines]
