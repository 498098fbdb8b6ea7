import subprocess
from contextlib import contextmanager


@contextmanager
def doughfind(*arguments):
    command = [b"doughfind", *(argument.encode("utf-8", "surrogateescape") for argument in arguments)]
    try:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
    except (OSError, ValueError) as error:
        raise RuntimeError("the search could not be started") from error
    with process:
        yield process


def hits(lines):
    for line in lines:
        number, _, title = line.decode("utf-8").rstrip("\n").partition("\t")
        yield int(number), title


def find_recipes(shelf, term, limit):
    if "\0" in shelf + term:
        return []
    with doughfind("-n", f"{limit}", "--", shelf, term) as process:
        output = list(process.stdout)
        match process.wait():
            case 0:
                return list(hits(output))
            case 1:
                return []
            case status:
                raise RuntimeError(f"the search failed with {status}")
