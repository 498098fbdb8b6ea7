import itertools
import stat

from harness import attempt, box, solution
from probes import files, search
from probes.grammars import file_names
from probes.grammars.ranked import in_turn

ENDINGS = ("png", "jpg", "jpeg", "gif")
numbers = itertools.count()


def stored():
    """How an upload is stored, if not as a picture. Under an ending that is unknown, a browser looks into it."""
    box.mkdir("badges")

    def effect(filename):
        page = files.png() + b"<script>alert(%d)</script>" % next(numbers)
        before = len(box.watch.look())
        attempt(solution.save_badge, box.path("badges"), 7, filename, page)
        came = [event.path for event in box.watch.look()[before:] if event.kind == "came"]
        moments = [path for path in came if path.startswith("work/badges/") and files.active(path)]
        found = f"{moments[0]!r} came to be: {files.active(moments[0])}" if moments else None
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


def test_nothing_that_runs_is_stored():
    search.attack("the upload", in_turn(*map(file_names.running, ENDINGS)), stored(), tries=80, shrink=0)


def test_nothing_that_only_seems_a_picture_is_stored():
    search.attack("the upload", file_names.seeming(ENDINGS), stored(), tries=130, shrink=0)
