import subprocess


def _acceptable(word):
    return isinstance(word, str) and bool(word.strip()) and "\0" not in word


def find_recipes(shelf, term, limit):
    if not _acceptable(shelf) or not _acceptable(term):
        return []
    # a shelf never needs a leading dash; a term may have one and is protected by "--"
    if shelf.startswith("-"):
        return []
    command = ["doughfind", f"--max={int(limit)}", "--", shelf, term]
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )
    except OSError as error:
        raise RuntimeError("the search could not be started") from error
    if done.returncode == 1:
        return []
    if done.returncode != 0:
        raise RuntimeError(f"the search failed with status {done.returncode}")
    hits = []
    for line in done.stdout.split("\n"):
        if line:
            number, _, title = line.partition("\t")
            hits.append((int(number), title))
    return hits
