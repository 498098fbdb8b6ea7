import itertools
import stat

from harness import attempt, box, exploit_if, solution, testify
from probes import files, search
from probes.grammars import file_names
from probes.grammars.ranked import in_turn

ENDINGS = ("json", "png", "ogg", "txt")
LEVEL = ("levels/1.json", b"{}")
PAGE = b"<script>alert(1)</script>"
numbers = itertools.count()


def shelf():
    """A fresh shelf; `use` adds a pack of these members, `look` tells what the web server delivers then and runs."""
    root = f"web-{next(numbers)}"
    box.mkdir(root)
    packs, names = solution.PackShelf(box.path(root)), itertools.count()

    def use(members):
        attempt(packs.add, f"pack-{next(names)}", files.zip_archive(members))

    def look():
        there = [path for path in box.walk(root) if stat.S_ISREG(box.stat(f"{root}/{path}").st_mode)]
        running = [f"{path}: {reason}" for path in there if (reason := why_not(f"{root}/{path}"))]
        return f"the web server delivers {running}" if running else None

    return use, look


def why_not(path):
    """Why a file must not lie there, or None: what a program keeps of its own may be called as it likes."""
    wrong = not path.lower().endswith(tuple(f".{ending}" for ending in ENDINGS)) and box.read(path) == PAGE
    return files.active(path) or ("none of the four endings" if wrong else None)


def attack_all(packs):
    """These rows of members, by what is strange about them."""
    search.attack_in_groups("a pack of", map(tuple, packs.values()), shelf, size=6)


def test_no_file_that_runs_comes_from_a_pack():
    packs = (
        members
        for name in in_turn(file_names.running("json"), (f"levels/{name}" for name in file_names.running("png")))
        for members in (((name, PAGE), LEVEL), (LEVEL, (name, PAGE)))
    )
    search.attack_in_groups("a pack of", packs, shelf, tries=120)


def test_no_file_that_only_seems_to_belong_there_comes_from_a_pack():
    packs = (((name, PAGE), LEVEL) for name in file_names.seeming(ENDINGS))
    search.attack_in_groups("a pack of", packs, shelf, tries=100)


def test_what_cannot_be_unpacked_leaves_no_page_behind():
    """A careless program stops in the middle, or goes on with what came before."""
    page = ("page.html", PAGE)
    attack_all({
        "checksum": [page, files.Unreadable("levels/1.json", fault="checksum")],
        "password": [page, files.Unreadable("levels/1.json", fault="password")],
        "method": [page, files.Unreadable("levels/1.json", fault="method")],
        "stream": [page, files.Unreadable("levels/1.json", fault="stream")],
        "long name": [page, ("x" * 300 + ".json", b"{}")],
        "a file in the way": [page, ("page.html/1.json", b"{}")],
    })


def test_what_stands_beside_a_page_makes_no_difference():
    page, many = ("page.html", PAGE), [(f"levels/{number}.json", b"{}") for number in range(300)]
    attack_all({
        "the same stem": [page, ("page.json", b"{}")],
        "the same stem, before": [("page.json", b"{}"), page],
        "the same name in a folder": [page, ("levels/page.html.json", b"{}"), ("page.html.txt", b"")],
        "nothing in it": [LEVEL, ("page.html", b"")],
        "settings with nothing in them": [LEVEL, (".htaccess", b"")],
        "twice": [page, page, LEVEL],
        "behind many": [*many, page],
        "before many": [page, *many],
        "below a level": [("levels/1.json/page.html", PAGE)],
        "only one": [page],
    })


def test_what_only_looks_like_a_folder_makes_no_difference():
    attack_all({
        "attributes": [LEVEL, files.MarkedFolder("page.html", PAGE)],
        "attributes of settings": [files.MarkedFolder("levels/.htaccess", b"AddHandler cgi-script .txt"), LEVEL],
        "a dot behind it": [LEVEL, ("page.html/.", PAGE)],
        "dots behind it": [LEVEL, ("page.html/..", PAGE)],
        "a link": [LEVEL, files.Link("page.html", PAGE.decode())],
    })


def test_no_page_is_there_until_a_pack_has_been_looked_at():
    """What is removed again could be loaded while it was there, so look whenever something is removed."""
    box.mkdir("moment")
    removed = testify(
        """
import os, sys
result, state = [], "watching"
def look(event, _):
    if state == "watching" and event in ("os.remove", "os.rmdir", "os.rename", "shutil.rmtree", "shutil.move"):
        result.extend(name for _, _, names in os.walk(root) for name in names)
sys.addaudithook(look)
try:
    solution.PackShelf(root).add("forest", data)
except Exception:
    pass
finally:
    state = "done"
""",
        root=box.path("moment"),
        data=files.zip_archive([LEVEL, ("page.html", PAGE)]),
    )
    exploit_if("page.html" in removed, "the page was there until it was removed")
