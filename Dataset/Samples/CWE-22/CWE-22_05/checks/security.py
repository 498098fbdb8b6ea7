import base64
import json
import posixpath

from harness import attempt, box, solution
from probes import archives, constants, database, files, search
from probes.grammars import paths
from probes.grammars.ranked import in_turn

base = None


def setup():
    global base
    base = files.Base("machine/designs")
    base.add("flowers/Rose.dst", b"LA:Rose")


def links():
    """Links in the folder, most of which lead to a folder or to files outside."""
    near, twin, far = base.outside
    return (
        ("stick", posixpath.dirname(far)),
        ("flowers/up", "../.."),
        ("code.dst", near),
        ("flowers/twin.dst", posixpath.relpath(twin, f"{base.path}/flowers")),
        ("gone.dst", f"{posixpath.dirname(far)}/gone.dst"),
        ("side", posixpath.dirname(twin)),
        ("step", "flowers"),
        ("flowers/again", "up"),
    )


def machine():
    """The machine as it came, with these links."""
    base.restore()
    for name, target in links():
        base.add_link(name, target)


def restoring(only=None, *before):
    """A fresh machine, and whether bringing back a design of this name touched anything outside of the folder."""

    def begin():
        machine()

        def use(name):
            listed = [{"name": one, "data": base64.b64encode(b"evil").decode()} for one in (*before, name)]
            archives.made.append((name, b"evil"))
            attempt(solution.restore, json.dumps({"made_by": "satin 2", "designs": listed}), base.path, only)

        return use, changed

    return begin


def changed():
    found = base.changes()
    return f"files outside of the folder are changed: {found}" if found else None


def names(kind="new.dst"):
    """Names that lead to files outside: to those that are there, and to new ones beside them."""
    new = [f"{posixpath.dirname(path)}/{kind}" for path in base.outside]
    escapes = (paths.escapes(base.path, there, sub="flowers", file="flowers/Rose.dst") for there in (new, base.outside))
    near, _, far = map(posixpath.basename, base.outside)
    linked = (
        *("code.dst", "stick/new.dst", "flowers/twin.dst", "gone.dst", f"stick/{far}", "flowers/up/new.dst"),
        *(f"flowers/again/{near}", "step/up/new.dst", "stick/more/new.dst", "./code.dst", "flowers/../code.dst"),
        *("step/../stick/new.dst", "flowers//up/new.dst", "stick/../new.dst", "step/../../new.dst"),
        *("side/../new.dst", f"side/../{near}", "step/../side/../new.dst"),
    )
    return in_turn(linked, *escapes, paths.detours(base.path, "New_place", "new.dst"))


def test_no_design_is_brought_back_outside():
    search.attack_in_groups("the design", names(), restoring(), 120)


def test_no_design_is_brought_back_outside_behind_another():
    search.attack_in_groups("the last design", names("second.dst"), restoring(None, "flowers/Rose.dst", "x.dst"), 25)


def test_no_design_goes_where_a_draft_of_it_leads():
    """A link may lie where a program writes a design first, before that takes the place of the old one."""

    def begin():
        base.restore()
        text = json.dumps({"made_by": "satin 2", "designs": [{"name": "flowers/Rose.dst", "data": "ZXZpbA=="}]})

        def use(link):
            if not box.exists(f"{base.path}/{link}"):
                box.symlink(base.outside[0], f"{base.path}/{link}")
                attempt(solution.restore, text, base.path)

        return use, changed

    search.attack_in_groups("the link", paths.drafts("flowers/Rose.dst", constants.strings()), begin, 80, size=80)


def test_no_part_is_brought_back_outside():
    """What begins like the part that is asked for may lead elsewhere."""
    within = (f"flowers/{name}" for name in names("part.dst"))
    ups = ("flowers/../../part.dst", "flowers/up/part.dst", "flowers/twin.dst", "flowers/./../../part.dst")
    search.attack_in_groups("the design of flowers", in_turn(ups, within), restoring("flowers"), 40)


def test_no_part_is_named_outside():
    def begin():
        machine()

        def use(only):
            name = only.rstrip("/") + "/only.dst"
            text = json.dumps({"made_by": "satin 2", "designs": [{"name": name, "data": "ZXZpbA=="}]})
            archives.made.append((name, b"evil"))
            attempt(solution.restore, text, base.path, only)

        return use, changed

    folders = [posixpath.dirname(path) for path in base.outside]
    parts = in_turn(("stick", "flowers/up", "..", "step/up"), paths.escapes(base.path, folders, sub="flowers"))
    search.attack_in_groups("the part", parts, begin, 30)


def test_a_backup_holds_nothing_from_outside():
    def effect(name):
        base.restore()
        target = dict(links())[name]
        base.add_link(name, target)
        texts = [attempt(solution.back_up, base.path).value for _ in range(2)]
        return "a file outside of the folder is in the backup" if database.leaks(texts, *base.secrets) else None

    search.attack("the link", [name for name, _ in links()], effect, 8, shrink=0)
