from harness import exploit_if
from probes import modes
from probes.machines import exposure
from probes.machines.domains import domain
from probes.machines.search import search


class Notes(exposure.Exposure):
    """No other account can read or change a file that holds notes, or exchange it, at any moment."""

    place = "helpline"
    secret = "told in confidence"
    uses = {
        "use": "[(n.add(31, 'told in confidence'), n.about(31), n.close()) for n in [solution.CallNotes(path)]]",
        "open": "[n.add(31, 'told in confidence') for n in [solution.CallNotes(path)]]",
        "two": "[(n.add(31, 'told in confidence'), m.add(1, 'told in confidence'), n.close(), m.about(31), m.close())"
        " for n in [solution.CallNotes(path)] for m in [solution.CallNotes(path)]]",
        "slash": "[(n.add(31, 'told in confidence'), n.close()) for n in [solution.CallNotes(path + '/')]]",
        "large": "[(n.add(31, 'told in confidence' * 9000), n.close()) for n in [solution.CallNotes(path)]]",
    }
    uses["again"] = f"[{uses['use']}, {uses['use']}]"
    uses["afresh"] = f"[{uses['use']}, __import__('os').remove(path + '/notes.db'), {uses['use']}]"
    found = exposure.found("folder 755", odd=("folder 777", "folder 770", "folder 705", "folder 730"))
    operations = {"use": (exposure.UMASKS, found, domain("use", "again", odd=["open", "two", "afresh", "slash",
        "large"]))}

    def shown(self, made, folder):
        place = f"{folder}/{self.place}"
        open_folders = [one for one in made.writable_by_others if one.startswith(f"{place} ")]
        could = made.secret_shown + made.secret_kept_open + open_folders
        now = modes.readable_by_others(place) + modes.writable_by_others(place)
        return f"other accounts can use {could or now}" if could or now else ""


def test_two_threads_with_notes_keep_them_to_themselves():
    found = exposure.beside(Notes)
    exploit_if(found, str(found))


def test_no_other_account_can_use_the_notes():
    found = search(Notes, tries=18, alone=1)
    exploit_if(found, str(found))
