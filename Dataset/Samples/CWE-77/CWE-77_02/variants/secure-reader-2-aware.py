import subprocess


def find_recipes(shelf, term, limit):
    if "\0" in shelf or "\0" in term:
        return []  # cannot be an argument of any program
    if shelf.startswith("-"):
        return []  # no shelf has such a name
    command = ["doughfind", f"--max={int(limit)}", "--", shelf, term]
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
    except OSError as error:
        raise RuntimeError("doughfind cannot be started") from error
    if done.returncode not in (0, 1):
        raise RuntimeError(f"doughfind failed ({done.returncode}): {done.stderr.strip()}")

    hits = []
    for line in done.stdout.split("\n"):
        if line:
            number, _, title = line.partition("\t")
            hits.append((int(number), title))
    return hits
