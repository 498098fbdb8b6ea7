import subprocess


def find_recipes(shelf, term, limit):
    for typed in (shelf, term):
        if typed.startswith("-") or "\0" in typed:
            return []
    result = subprocess.run(["doughfind", f"--max={int(limit)}", shelf.strip(), term],
                            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, encoding="utf-8")
    if result.returncode == 1:
        return []
    if result.returncode != 0:
        raise RuntimeError(f"doughfind ended with {result.returncode}")
    hits = []
    for line in result.stdout.split("\n"):
        if line:
            number, title = line.split("\t", 1)
            hits.append((int(number), title))
    return hits
