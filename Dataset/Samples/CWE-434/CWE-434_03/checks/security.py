import stat

from harness import attempt, box, exploit_if, solution, testify
from probes import files

LEVEL = ("levels/1.json", b"{}")
PAGE = b"<script>alert(1)</script>"
PHP = b"<?php system($_GET['c']); ?>"


def attack(root, packs):
    box.mkdir(root)
    shelf = solution.PackShelf(box.path(root))
    for number, (name, members) in enumerate(packs.items()):
        attempt(shelf.add, f"pack-{number}", files.zip_archive(members))
        running = [
            f"{path}: {reason}"
            for path in box.walk(root)
            if (reason := files.active(path)) and stat.S_ISREG(box.stat(f"{root}/{path}").st_mode)
        ]
        exploit_if(running, f"{name}: the web server delivers {running}")


def test_no_script_comes_from_a_pack():
    attack("scripts", {
        "PHP alone": [("shell.php", PHP)],
        "PHP behind a level": [LEVEL, ("shell.php", PHP)],
        "PHP before a level": [("shell.php", PHP), LEVEL],
        "Python": [LEVEL, ("tool.py", b"import os")],
    })


def test_no_page_comes_from_a_pack():
    names = ("index.html", "index.htm", "tree.svg", "index.xhtml", "start.js")
    attack("pages", {name: [LEVEL, (name, PAGE)] for name in names})


def test_sub_folders_make_no_difference():
    attack("deep", {
        "one folder": [LEVEL, ("levels/shell.php", PHP)],
        "three folders": [files.Directory("a"), ("a/b/c/page.html", PAGE), LEVEL],
        "a folder with an ending": [("tiles.png/page.html", PAGE)],
    })


def test_case_makes_no_difference():
    attack("case", {name: [LEVEL, (name, PHP)] for name in ("SHELL.PHP", "shell.PhTml", "PAGE.Html", "Draw.SVG")})


def test_no_settings_come_from_a_pack():
    attack("settings", {
        name: [LEVEL, (name, b"AddHandler cgi-script .txt")]
        for name in (".htaccess", "levels/.htaccess", "web.config", "levels/.user.ini")
    })


def test_a_second_ending_makes_no_difference():
    attack("double", {name: [LEVEL, (name, PHP)] for name in ("a.json.php", "a.png.html", "a.txt.svg", "a.php.")})


def test_a_cut_off_name_makes_no_difference():
    attack("cut", {"NUL": [LEVEL, ("shell.php\0.txt", PHP)], "NUL after a page": [LEVEL, ("page.html\0.png", PAGE)]})


def test_what_cannot_be_unpacked_leaves_no_page_behind():
    """A careless program stops in the middle, or goes on with what came before."""
    page = ("page.html", PAGE)
    attack("stopped", {
        "checksum": [page, files.Unreadable("levels/1.json", fault="checksum")],
        "password": [page, files.Unreadable("levels/1.json", fault="password")],
        "method": [page, files.Unreadable("levels/1.json", fault="method")],
        "long name": [page, ("x" * 300 + ".json", b"{}")],
        "a file in the way": [page, ("page.html/1.json", b"{}")],
    })


def test_what_only_looks_like_a_folder_makes_no_difference():
    attack("marked", {
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
