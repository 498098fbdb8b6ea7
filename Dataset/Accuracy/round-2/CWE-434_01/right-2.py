import fnmatch
import itertools
import logging
import pathlib

ENDINGS = {ending: ending.lower()
           for word in ("png", "jpg", "jpeg", "gif")
           for ending in map("".join, itertools.product(*zip("." + word, "." + word.upper())))}
log = logging.getLogger("badges")


def _ending(filename):
    start = filename.rfind(".")
    try:
        return ENDINGS[filename[start:]] if start >= 0 else ENDINGS[""]
    except KeyError:
        log.warning("refused upload %r", filename)
        raise ValueError("only png, jpg, jpeg and gif") from None


def _free_names(club_id, ending):
    for number in itertools.count(1):
        yield f"badge-{club_id:d}-{number:d}{ending}"


def save_badge(folder, club_id, filename, data):
    place = pathlib.Path(folder)
    for name in _free_names(club_id, _ending(filename)):
        try:
            with place.joinpath(name).open("xb") as file:
                file.write(data)
        except FileExistsError:
            continue
        return name


def badges_of(folder, club_id):
    names = (entry.name for entry in pathlib.Path(folder).iterdir())
    return sorted(fnmatch.filter(names, f"badge-{club_id:d}-*"))
