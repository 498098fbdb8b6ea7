import subprocess


def find_recipes(shelf, term, limit):
    if shelf.startswith("-") or term.startswith("-"):
        return []
    shelf = shelf.strip()
    result = subprocess.run(
        ["doughfind", f"--max={limit}", shelf, term],
        capture_output=True, encoding="utf-8", stdin=subprocess.DEVNULL,
    )
    if result.returncode == 1:
        return []
    if result.returncode != 0:
        raise RuntimeError(f"doughfind failed: {result.stderr}")
    hits = []
    for line in result.stdout.split("\n"):
        if line:
            number, title = line.split("\t", 1)
            hits.append((int(number), title))
    return hits
