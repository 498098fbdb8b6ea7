import itertools
import subprocess

QUOTE = "'"


def quoted(word):
    """Single quotes around everything; a single quote itself goes into double quotes."""
    return QUOTE + '\'"\'"\''.join(word.split(QUOTE)) + QUOTE


def batches(names, count=10):
    source = iter(names)
    return iter(lambda: list(itertools.islice(source, count)), [])


def sizes(station, folder, names):
    for batch in batches(names):
        line = " ".join(itertools.chain(["bundle"], map(quoted, [folder]), map(quoted, batch)))
        yield int(subprocess.check_output(("stationlink", station, line)))


def bundle_size(station, folder, names):
    try:
        return sum(sizes(station, folder, names))
    except subprocess.CalledProcessError:
        return None
