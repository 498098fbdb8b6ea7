import subprocess
import unicodedata


def _clean(text):
    """Without control characters and lone surrogates, which no argument can hold."""
    return "".join(c for c in text if unicodedata.category(c) not in ("Cc", "Cs"))


def _hits(output):
    for line in filter(None, output.split("\n")):
        number, _, title = line.partition("\t")
        yield int(number), title


def find_recipes(shelf, term, limit):
    if shelf.startswith("-") or term.startswith("-"):
        # doughfind would take it for an option
        return []
    command = ["doughfind", "-n", str(limit), _clean(shelf), _clean(term)]
    try:
        result = subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", errors="replace")
    except OSError as error:
        raise RuntimeError(f"doughfind: {error}") from error
    if result.returncode not in (0, 1):
        raise RuntimeError(f"doughfind ended with {result.returncode}")
    return list(_hits(result.stdout)) if result.returncode == 0 else []
