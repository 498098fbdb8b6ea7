import itertools
import stat

from harness import attempt, box, solution
from probes import files, search
from probes.grammars import file_names
from probes.grammars.ranked import in_turn

CONTENTS = {"page": b"<!doctype html>", "png": files.png(), "gif": files.gif()}
ENDINGS = ("png", "jpg", "jpeg", "gif")
numbers = itertools.count()


def stored():
    """How an upload is stored, if not as a picture. Under an ending that is unknown, a browser finds a page in it."""
    box.mkdir("badges")

    def effect(upload):
        filename, beginning = upload
        page = CONTENTS[beginning] + b"<script>alert(%d)</script>" % next(numbers)
        attempt(solution.save_badge, box.path("badges"), 7, filename, page)
        found = None
        paths = box.walk("badges")
        for path in paths:
            place = f"badges/{path}"
            if stat.S_ISREG(box.stat(place).st_mode) and box.read(place) == page:
                picture = path.lower().endswith(tuple(f".{ending}" for ending in ENDINGS))
                reason = files.active(path) or ("no picture's ending" if not picture else None)
                found = f"stored as {path!r}: {reason}" if reason else found
        if found or len(paths) > 20:
            box.remove("badges")
            box.mkdir("badges")
        return found

    return effect


def attack(names, contents, tries):
    uploads = ((name, content) for name in names for content in contents)
    search.attack("the upload", uploads, stored(), tries, shrink=0)


def test_nothing_that_runs_is_stored():
    names = in_turn(*map(file_names.running, ENDINGS))
    attack(names, ("page", "png"), 120)


def test_nothing_that_only_seems_a_picture_is_stored():
    names = file_names.seeming(ENDINGS)
    attack(names, ("page", "gif"), 170)
