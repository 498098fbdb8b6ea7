import subprocess


def find_recipes(shelf, term, limit):
    command = ["doughfind", f"--max={limit}", "--", shelf, term]
    result = subprocess.run(command, capture_output=True, text=True)
    if result.returncode > 1:
        raise RuntimeError(f"the search failed with status {result.returncode}")

    hits = []
    for line in result.stdout.splitlines():
        number, title = line.split("\t", 1)
        hits.append((int(number), title))
    return hits
