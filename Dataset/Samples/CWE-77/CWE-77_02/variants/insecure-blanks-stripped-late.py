import subprocess


def _is_option(argument):
    return argument.startswith("-")


def find_recipes(shelf, term, limit):
    # doughfind would take these for its options
    if _is_option(shelf) or _is_option(term):
        return []

    try:
        result = subprocess.run(
            ["doughfind", "-n", str(int(limit)), shelf.strip(), term],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
        )
    except OSError as error:
        raise RuntimeError("doughfind could not be run") from error

    if result.returncode not in (0, 1):
        raise RuntimeError("doughfind failed: " + result.stderr.strip())
    if result.returncode == 1:
        return []

    hits = []
    for line in result.stdout.split("\n"):
        number, tab, title = line.partition("\t")
        if tab:
            hits.append((int(number), title))
    return hits
