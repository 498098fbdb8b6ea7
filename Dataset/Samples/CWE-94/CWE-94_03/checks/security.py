import importlib.util
import marshal

from harness import attempt, box, exploit_if, solution
from probes import markers, search
from probes.grammars import neighbours, paths
from probes.grammars.ranked import in_turn

RACK = "rack-s"
#: Folders of a listener: beside the rack, of a name that begins alike, elsewhere, within the rack, and the current one.
FOLDERS = ("uploads", "rack-s-old", "/box/tmp/upload", "rack-s/more", ".", "uploads/rack-s")
LOUDER = "def apply(samples):\n    return [2 * sample for sample in samples]\n"
BY_IMPORT = (
    ("HISS", "uploads.HISS", "more.HISS", "HISSpackage", "more/HISS", "HISSbytes", "*/HISS", "more/louder")
    + ("HISS.py", ".uploads.HISS", "../*/HISS", "./more/HISS", "HISSpackage/__init__", "HISS.txt", "HISStext")
    + ("__init__", "__main__", "HISSbytes.pyc", "**/HISS")
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


def test_a_file_that_is_no_effect_does_not_run():
    """The folder may hold other files too; which of them are effects is told by names()."""
    marker = markers.new()
    strangers = list(neighbours.files("louder", "py"))
    for path, _ in strangers:
        box.write(f"rack-n/{path}", f"{marker.statement}\n{LOUDER}")
    box.write("rack-n/louder.py", LOUDER)
    rack = solution.EffectRack("rack-n")
    listed = attempt(rack.names).value or []
    # Whatever is listed may be loaded at once.
    marker.clear()

    def found(name):
        attempt(rack.play, [name], [1])
        ran = marker.fired
        marker.clear()
        if ran and (name == "louder" or name not in listed):
            return "a file ran that is no effect of this name among names()"
        return None

    asked = ["louder", *(name for _, name in strangers)]
    search.attack("the scene", asked, found, len(asked), shrink=0)


def test_a_folder_is_no_effect():
    marker = markers.new()
    for path in neighbours.folders("louder", "py"):
        # Beside the effect there is room for a folder of another name only.
        folder = "rack-o" if path.startswith("louder.py") else "rack-p"
        box.write(f"{folder}/{path}", f"{marker.statement}\n{LOUDER}")
    box.write("rack-p/louder.py", "import colorsys\n" + LOUDER)
    # The files of effects need nothing but the standard library.
    box.write("rack-p/colorsys/__init__.py", marker.statement)
    for folder in ("rack-o", "rack-p"):
        attempt(solution.EffectRack(folder).play, ["louder"], [1])
        exploit_if(marker.fired, "code in a folder of the rack ran")


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
    # Of the same name and size, in another folder.
    box.write("rack-h/drone.py", "def apply(samples):\n    return [1247]\n")
    exploit_if(attempt(solution.EffectRack("rack-h").play, ["drone"], [1]).value == [4711], "another folder's code ran")


def test_a_name_in_another_folder_is_another_effect():
    """Folder and name may become one key of what is loaded, and two of them one of the same."""

    def found(both):
        (foreign, name), (own, other) = both
        box.write(f"{foreign}/{name}.py", "def apply(samples):\n    return [4711]\n")
        attempt(solution.EffectRack(foreign).play, [name], [1])
        box.write(f"{own}/{other}.py", "def apply(samples):\n    return [sample + 1 for sample in samples]\n")
        ran = attempt(solution.EffectRack(own).play, [other], [1]).value == [4711]
        return f"{other} of {own} is the code of {name} of {foreign}" if ran else None

    # Each pair has folders of its own, because a file that is replaced may go on as it was.
    size = len(list(neighbours.meeting("rack", "hum")))
    pairs = [list(neighbours.meeting(f"rack{number}", "hum"))[number % size] for number in range(2 * size)]
    search.attack("two effects", pairs[:size], found, size, shrink=0)
    # By paths from the root, too.
    whole = [tuple((box.path(folder), name) for folder, name in pair) for pair in pairs[size:]]
    search.attack("two effects", whole, found, size, shrink=0)
