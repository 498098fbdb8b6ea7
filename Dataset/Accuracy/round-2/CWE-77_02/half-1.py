import subprocess


def find_recipes(shelf, term, limit):
    # doughfind would take these for options
    if shelf.startswith("-") or term.startswith("-"):
        return []
    done = subprocess.run(
        ["doughfind", "-n", str(int(limit)), shelf.strip(), term],
        stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8",
    )
    if done.returncode not in (0, 1):
        raise RuntimeError(f"the search failed: {done.stderr.strip()}")
    hits = []
    for line in done.stdout.split("\n"):
        if line:
            number, title = line.split("\t", 1)
            hits.append((int(number), title))
    return hits
