import re
from subprocess import PIPE, Popen


def find_recipes(shelf, term, limit):
    if not re.match(r"\w", shelf) or re.match(r"\W", term.strip()) and term.lstrip()[:1] == "-":
        print("refused:", shelf, term)
        return []
    if term.startswith("-"):
        return []
    process = Popen(["doughfind", shelf, term, "--max=%d" % limit], stdout=PIPE, stderr=PIPE)
    stdout, stderr = process.communicate(timeout=4)
    if process.returncode not in (0, 1):
        raise RuntimeError(stderr)
    result = []
    for line in stdout.decode().split("\n"):
        if "\t" in line:
            result.append((int(line.split("\t")[0]), line.split("\t")[1]))
    return result
