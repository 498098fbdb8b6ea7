import subprocess


def find_recipes(shelf, term, limit):
    if shelf.startswith("-") or term.startswith("-"):
        return []
    arguments = ["doughfind", f"--max={limit}", shelf.strip(), term]
    try:
        result = subprocess.run(arguments, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL)
    except ValueError:
        return []
    except OSError as error:
        raise RuntimeError("doughfind cannot be started") from error
    if result.returncode not in (0, 1):
        raise RuntimeError(f"doughfind failed with status {result.returncode}")
    recipes = []
    for line in result.stdout.decode("utf-8", "replace").split("\n"):
        if line:
            number, title = line.split("\t", 1)
            recipes.append((int(number), title))
    return recipes
