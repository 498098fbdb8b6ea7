from harness import attempt, box, exploit_if, solution
from probes import markers

LOUDER = "def apply(samples):\n    return [2 * sample for sample in samples]\n"


def setup():
    box.write("rack-s/louder.py", LOUDER)


def ran(folder, names, module=None):
    """The names of effects by which a file that a listener had put into the folder was run."""
    found = []
    for number, name in enumerate(names):
        marker = markers.new()
        own = module or f"hiss_{folder.strip('/').replace('/', '_').replace('-', '_').replace('.', 'here')}_{number}"
        marker.module(own, folder)
        attempt(solution.EffectRack("rack-s").play, [name.replace("HISS", own)], [1])
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


def test_signs_that_become_dots_and_slashes():
    found = ran("uploads", [
        "‥／uploads／HISS", "．．／uploads／HISS", "..／uploads／HISS", "..%2fuploads%2fHISS", "%2e%2e/uploads/HISS",
        "..\\uploads\\HISS", " ../uploads/HISS", "../uploads/HISS.py",
    ])
    exploit_if(found, f"an uploaded file ran: {found}")


def test_a_file_that_bears_the_name_of_a_real_effect():
    found = ran("uploads", ["../uploads/louder", "./../uploads/louder"], "louder")
    found += ran("/box/tmp/upload", ["/box/tmp/upload/louder"], "louder")
    exploit_if(found, f"an uploaded file ran in place of an effect: {found}")


def test_a_file_in_a_folder_of_the_rack():
    found = ran("rack-s/more", ["more/HISS", "more.HISS", "./more/HISS"]) + ran("rack-s/more", ["more/louder"], "louder")
    found += ran("uploads", ["more/../../uploads/HISS"])
    exploit_if(found, f"a file that is no effect ran: {found}")


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
