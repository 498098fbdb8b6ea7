import subprocess


def find_recipes(shelf, term, limit):
    if shelf.startswith("--") or term.startswith("--"):
        raise ValueError("options are not allowed")
    result = subprocess.run(["doughfind", "--max", str(limit), shelf, term], stdout=subprocess.PIPE)
    if result.returncode not in {0, 1}:
        raise RuntimeError("search failed")
    lines = result.stdout.decode().splitlines()
    return [(int(line.split("\t")[0]), line.split("\t")[1]) for line in lines]
