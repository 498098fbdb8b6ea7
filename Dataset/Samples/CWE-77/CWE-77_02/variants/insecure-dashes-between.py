import subprocess


def find_recipes(shelf: str, term: str, limit: int) -> list[tuple[int, str]]:
    # The shelf is chosen from a menu, so the options end before the term.
    command = ["doughfind", "-n", str(limit), shelf, "--", term]
    completed = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if completed.returncode == 1:
        return []
    if completed.returncode != 0:
        raise RuntimeError(completed.stderr)
    hits = (line.split("\t") for line in completed.stdout.splitlines())
    return [(int(number), title) for number, title in hits]
