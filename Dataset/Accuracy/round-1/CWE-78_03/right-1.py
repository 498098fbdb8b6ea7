import logging
import shlex
import subprocess
from itertools import islice

log = logging.getLogger(__name__)


class Station:
    def __init__(self, name):
        self.name = name

    def __call__(self, *words):
        line = shlex.join(words)
        log.debug("%s: %s", self.name, line)
        return subprocess.run(("stationlink", self.name, line), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, check=True).stdout


def tens(items):
    stream = iter(items)
    while some := tuple(islice(stream, 10)):
        yield some


def bundle_size(station, folder, names):
    at = Station(station)
    try:
        return sum(int(at("bundle", folder, *some)) for some in tens(names))
    except subprocess.CalledProcessError as error:
        log.warning("%s: exit status %d", station, error.returncode)
        return None
