import subprocess


def find_recipes(shelf, term, limit):
    for text in (shelf, term):
        if text.startswith("-") or "\0" in text:
            return []
        try:
            text.encode("utf-8")
        except UnicodeEncodeError:
            return []
    try:
        done = subprocess.run(["doughfind", f"--max={int(limit)}", "--", shelf, term],
                              capture_output=True, encoding="utf-8", errors="replace",
                              stdin=subprocess.DEVNULL)
    except OSError as error:
        raise RuntimeError("doughfind cannot be run") from error
    if done.returncode == 1:
        return []
    if done.returncode != 0:
        raise RuntimeError(f"the search failed with exit status {done.returncode}")
    hits = []
    for line in done.stdout.split("\n"):
        if line:
            number, title = line.split("\t", 1)
            hits.append((int(number), title))
    return hits
