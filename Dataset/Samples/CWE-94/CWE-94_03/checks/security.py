import importlib.util
import marshal

from harness import attempt, box, exploit_if, solution
from probes import markers, search
from probes.grammars import paths
from probes.grammars.ranked import in_turn

RACK = "rack-s"
#: Folders of a listener: beside the rack, of a name that begins alike, elsewhere, within the rack, and the current one.
FOLDERS = ("uploads", "rack-s-old", "/box/tmp/upload", "rack-s/more", ".", "uploads/rack-s")
LOUDER = "def apply(samples):\n    return [2 * sample for sample in samples]\n"
BY_IMPORT = (
    ("HISS", "uploads.HISS", "more.HISS", "HISSpackage", "more/HISS", "HISSbytes", "*/HISS", "more/louder")
    + ("HISS.py", ".uploads.HISS", "../*/HISS", "./more/HISS", "HISSpackage/__init__", "HISS.txt", "HISStext")
    + ("__init__", "__main__", "HISSbytes.pyc")
)


def setup():
    box.write(f"{RACK}/louder.py", LOUDER)


def played():
    """Whether a scene runs a file that a listener has uploaded; HISS stands for its name in a list of effects."""
    marker = markers.new()
    for folder in FOLDERS:
        marker.module(marker.name, folder)
    for folder in ("uploads", "rack-s/more", "uploads/rack-s"):
        marker.module("louder", folder)
    # Beside the effects, what an import takes for a module, and what is no Python file.
    marker.module(f"{marker.name}package.__init__", RACK)
    compiled = marshal.dumps(compile(marker.statement, "effect", "exec"))
    box.write(f"{RACK}/{marker.name}bytes.pyc", importlib.util.MAGIC_NUMBER + bytes(12) + compiled)
    for name in (f"{marker.name}.txt", f"{marker.name}text"):
        box.write(f"{RACK}/{name}", marker.statement)

    def effect(names):
        attempt(solution.EffectRack(RACK).play, [name.replace("HISS", marker.name) for name in names], [1])
        if not marker.fired:
            return None
        marker.clear()
        return "an uploaded file ran"

    return effect


def names():
    for name in ("HISS", "louder"):
        targets = [box.path(f"{folder}/{name}") for folder in (*FOLDERS[:3], FOLDERS[-1])]
        yield paths.escapes(box.path(RACK), targets, sub="more", file="louder")


def test_no_uploaded_file_runs():
    scenes = ((name,) for name in in_turn(BY_IMPORT, *names()))
    search.attack("the scene", scenes, played(), tries=170)


def test_no_uploaded_file_runs_behind_an_effect():
    scenes = (("louder", name, "louder") for name in in_turn(BY_IMPORT[:6], *names()))
    search.attack("the scene", scenes, played(), tries=40)


def test_an_effect_that_is_gone_runs_no_more():
    box.write("rack-g/drone.py", "def apply(samples):\n    return [4711]\n")
    box.write("rack-h/hum.py", "def apply(samples):\n    return [1]\n")
    first, other = solution.EffectRack("rack-g"), solution.EffectRack("rack-h")
    attempt(first.names)
    attempt(first.play, ["drone"], [1])
    exploit_if(attempt(other.play, ["drone"], [1]).value == [4711], "an effect of another folder ran")
    box.remove("rack-g/drone.py")
    for rack in (solution.EffectRack("rack-g"), first):
        ran = attempt(rack.play, ["drone"], [1]).value == [4711]
        exploit_if(ran and attempt(rack.names).value == [], "an effect ran that is in the folder no more")
    # Of the same name, in another folder.
    box.write("rack-h/drone.py", "def apply(samples):\n    return [12]\n")
    exploit_if(attempt(solution.EffectRack("rack-h").play, ["drone"], [1]).value == [4711], "another folder's code ran")
