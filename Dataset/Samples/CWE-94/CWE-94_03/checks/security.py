from harness import attempt, box, solution
from probes import markers, search
from probes.grammars import paths
from probes.grammars.ranked import in_turn

RACK = "rack-s"
#: Folders of a listener: beside the rack, of a name that begins alike, elsewhere, within the rack, and the current one.
FOLDERS = ("uploads", "rack-s-old", "/box/tmp/upload", "rack-s/more", ".")
LOUDER = "def apply(samples):\n    return [2 * sample for sample in samples]\n"
BY_IMPORT = ("HISS", "uploads.HISS", "more.HISS", "more/HISS", "./more/HISS", "more/louder", "HISS.py", ".uploads.HISS")


def setup():
    box.write(f"{RACK}/louder.py", LOUDER)


def played():
    """Whether a scene runs a file that a listener has uploaded; HISS stands for its name in a list of effects."""
    marker = markers.new()
    for folder in FOLDERS:
        marker.module(marker.name, folder)
    for folder in ("uploads", "rack-s/more"):
        marker.module("louder", folder)

    def effect(names):
        attempt(solution.EffectRack(RACK).play, [name.replace("HISS", marker.name) for name in names], [1])
        if not marker.fired:
            return None
        marker.clear()
        return "an uploaded file ran"

    return effect


def names():
    for name in ("HISS", "louder"):
        targets = [box.path(f"{folder}/{name}") for folder in FOLDERS[:3]]
        yield paths.escapes(box.path(RACK), targets, sub="more", file="louder")


def test_no_uploaded_file_runs():
    scenes = ((name,) for name in in_turn(BY_IMPORT, *names()))
    search.attack("the scene", scenes, played(), tries=170)


def test_no_uploaded_file_runs_behind_an_effect():
    scenes = (("louder", name) for name in in_turn(BY_IMPORT[:3], *names()))
    search.attack("the scene", scenes, played(), tries=40)
