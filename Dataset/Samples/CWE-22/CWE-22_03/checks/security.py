import itertools

from harness import attempt, box, exploit_if, solution
from probes import database, files, search
from probes.grammars import paths

INTERVIEW = database.secret("interview")
base = None


def setup():
    global base
    base = files.Base("station/clips/ada")
    base.add("hello.mp3", b"hello")


def restored():
    """A store with the presenters ada, ada2 and bea; ada's folder is the base, everything else is outside of it."""
    base.restore()
    for presenter in ("bea", "ada2"):
        box.write(f"station/clips/{presenter}/interview.mp3", INTERVIEW.encode())
    # Of the station, for programs that look there for what a presenter has not.
    box.write("station/clips/interview.mp3", INTERVIEW.encode())
    base.renew()
    return solution.ClipStore(box.path("station/clips"))


def names(name="interview.mp3"):
    """Names of clips of others, and of files outside of the store."""
    clips = [box.path(f"station/clips/{presenter}/{name}") for presenter in ("bea", "ada2")]
    others = ["..", name, ".", "", "\u2025", "../bea", "../bea/.", "\uff0e\uff0e"]
    return itertools.chain(others, paths.escapes(base.path, [*clips, *base.outside], file="hello.mp3"))


def changing(method, *data):
    """A place for an attack by this method, and whether it touched anything but ada's clips."""

    def begin():
        clips = restored()
        call = getattr(clips, method)
        return lambda name: attempt(call, "ada", name, *data), base.changes

    return begin


def test_no_foreign_clip_is_loaded():
    clips = restored()

    def shown(name):
        found = database.leaks(attempt(clips.load, "ada", name).value, INTERVIEW, *base.secrets)
        return "a file outside of ada's folder is loaded" if found else None

    search.attack("the clip", names(), shown, 170)


def test_no_foreign_clip_is_replaced():
    search.attack_in_groups("saving the clip", names(), changing("save", b"replaced"), 125)


def test_no_clip_appears_elsewhere():
    led_back = paths.detours(base.path, "New_place", "new.mp3")
    search.attack_in_groups("saving the clip", itertools.chain(led_back, names("new.mp3")), changing("save", b"new"), 80)


def test_no_foreign_clip_is_deleted():
    search.attack_in_groups("deleting the clip", names(), changing("delete"), 125)


def test_no_clip_lies_in_a_sub_folder():
    clips, own = restored(), box.path("station/clips/ada")
    for name in ("sub/new.mp3", "./sub/new.mp3", "hello.mp3x/new.mp3"):
        attempt(clips.save, "ada", name, b"new")
        deep = [path for path in box.walk(own) if path.endswith("/new.mp3") and not path.endswith("ada/new.mp3")]
        exploit_if(deep, f"the clip {name!r} is saved in a sub-folder")
    base.restore()


def test_a_clip_of_another_presenter_is_not_remembered():
    clips = restored()
    box.write("station/clips/ada/2interview.mp3", b"own")
    for presenter in ("bea", "ada2"):
        attempt(clips.load, presenter, "interview.mp3")
        attempt(clips.names, presenter)
    for store in (clips, solution.ClipStore(box.path("station/clips"))):
        for name in ("interview.mp3", "2interview.mp3"):
            exploit_if(database.leaks(attempt(store.load, "ada", name).value, INTERVIEW), f"another's {name} is loaded")
        exploit_if("interview.mp3" in (attempt(store.names, "ada").value or ()), "another's clips are listed")
    attempt(clips.delete, "ada", "interview.mp3")
    exploit_if(not box.exists("station/clips/bea/interview.mp3"), "another's clip is deleted")
