from harness import attempt, box, exploit_if, solution
from probes import markers

LOUDER = "def apply(samples):\n    return [2 * sample for sample in samples]\n"


def setup():
    box.write("rack-s/louder.py", LOUDER)


def ran(folder, names):
    """The names of effects by which a file that a listener had put into the folder was run."""
    found = []
    for number, name in enumerate(names):
        marker = markers.new()
        module = f"hiss_{folder.strip('/').replace('/', '_').replace('-', '_').replace('.', 'here')}_{number}"
        marker.module(module, folder)
        attempt(solution.EffectRack("rack-s").play, [name.replace("HISS", module)], [1])
        if marker.fired:
            found.append(name)
    return found


def test_an_uploaded_file_beside_the_rack():
    found = ran("uploads", ["../uploads/HISS", "./../uploads/HISS", "louder/../../uploads/HISS"])
    exploit_if(found, f"an uploaded file ran: {found}")


def test_an_absolute_path():
    found = ran("/box/tmp/upload", ["/box/tmp/upload/HISS", "//box/tmp/upload/HISS"])
    exploit_if(found, f"a file elsewhere ran: {found}")


def test_a_folder_whose_name_begins_alike():
    found = ran("rack-s-old", ["../rack-s-old/HISS"])
    exploit_if(found, f"a file of another folder ran: {found}")


def test_dots_that_a_filter_leaves_behind():
    found = ran("uploads", ["....//uploads/HISS", "..././uploads/HISS", ".../...//uploads/HISS"])
    exploit_if(found, f"an uploaded file ran: {found}")


def test_a_module_that_python_finds_by_itself():
    found = ran(".", ["HISS"]) + ran("uploads", ["uploads.HISS"])
    exploit_if(found, f"a module that is no effect was imported: {found}")


def test_behind_a_real_effect():
    found = []
    for name in ("../uploads/hiss_behind", "uploads.hiss_behind"):
        marker = markers.new()
        marker.module("hiss_behind", "uploads")
        attempt(solution.EffectRack("rack-s").play, ["louder", "louder", name], [1, 2])
        if marker.fired:
            found.append(name)
    exploit_if(found, f"an uploaded file ran after a real effect: {found}")
