from harness import attempt, box, exploit_if, solution
from probes import database, files

INTERVIEW = database.secret("interview")


def station(name):
    """A store with the presenters ada, ada2 and bea; ada's folder is the base, everything else is outside of it."""
    box.write(f"{name}/clips/bea/interview.mp3", INTERVIEW.encode())
    box.write(f"{name}/clips/ada2/interview.mp3", INTERVIEW.encode())
    base = files.Base(f"{name}/clips/ada")
    base.add("hello.mp3", b"hello")
    base.renew()
    return solution.ClipStore(box.path(f"{name}/clips")), base


def names_outside(base):
    names = base.escapes(links=False)
    return names | {
        "the folder above": "..",
        "the own folder": ".",
        "nothing": "",
        "another presenter": "../bea/interview.mp3",
        "another presenter, name begins alike": "../ada2/interview.mp3",
        "another presenter, through the own folder": "sub/../../bea/interview.mp3",
        "another presenter, nested dots": "....//bea/interview.mp3",
        "another presenter, absolute": base.path.replace("/clips/ada", "/clips/bea/interview.mp3"),
    }


def test_no_foreign_clip_is_loaded():
    clips, base = station("load")
    for name, path in names_outside(base).items():
        found = database.leaks(attempt(clips.load, "ada", path), INTERVIEW, *base.secrets)
        exploit_if(found, f"{name}: the clip {path!r} is a file outside of ada's folder")


def test_no_foreign_clip_is_replaced():
    clips, base = station("save")
    for path in names_outside(base).values():
        attempt(clips.save, "ada", path, b"replaced")
    changes = base.changes()
    exploit_if(changes, f"saving changed files outside of ada's folder: {changes}")


def test_nothing_new_appears_outside():
    clips, base = station("new")
    paths = base.write_escapes(links=False) | {"another presenter": "../bea/new.mp3", "alike": "../ada2/new.mp3"}
    paths |= {"the folder above": "..", "the folder above, in one sign": "\u2025"}
    for path in paths.values():
        attempt(clips.save, "ada", path, b"new")
    changes = base.changes()
    exploit_if(changes, f"saving made files outside of ada's folder: {changes}")


def test_no_foreign_clip_is_deleted():
    clips, base = station("delete")
    for path in names_outside(base).values():
        attempt(clips.delete, "ada", path)
    changes = base.changes()
    exploit_if(changes, f"deleting removed files outside of ada's folder: {changes}")
