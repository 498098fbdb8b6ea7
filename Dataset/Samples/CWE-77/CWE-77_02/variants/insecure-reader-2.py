import subprocess


def find_recipes(shelf, term, limit):
    result = subprocess.run(
        ["doughfind", "-n", str(limit), shelf, term],
        capture_output=True,
        text=True,
    )
    if result.returncode > 1:
        raise RuntimeError(f"doughfind failed: {result.stderr}")
    recipes = []
    for line in result.stdout.splitlines():
        number, title = line.split("\t", 1)
        recipes.append((int(number), title))
    return recipes
