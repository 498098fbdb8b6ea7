import stat

from harness import attempt, box, exploit_if, solution
from probes import files

SEEMING_PICTURES = (
    "data:image/png,x.html",
    "data:image/png,page",
    "data:image/gif;name=.png,x",
    "page.png.gz",
    "page.gif.Z",
    "page.jpe",
    "page.jfif",
    "page.pngx",
    "page.x-png",
    "page_png",
    "pagepng",
    "png",
    "page.",
    "page",
    "page.png\n",
    "page.png ",
    "page.png.",
    "page.png\u200b",
    "page.g\u0131f",
    "page.G\u0130F",
    "page.\uff50\uff4e\uff47",
    "page.\u1d3e\u1d3a\u1d33",
    "page\uff0epng",
    "page\u2024png",
    "page.png?x=.txt",
    "page.png#.txt",
    "page.png;.txt",
    "page.png/x",
    "page.png\n.txt",
    "page.txt",
    "page.webp",
    "page.ico",
)


def attack(folder, uploads):
    box.mkdir(folder)
    for name, (filename, data, _) in uploads.items():
        attempt(solution.save_badge, box.path(folder), 7, filename, data)
        for path in box.walk(folder):
            reason = files.active(path)
            exploit_if(reason, f"{name}: {filename!r} is stored as {path}: {reason}")


def test_nothing_that_runs_is_stored():
    attack("public", files.hostile_uploads())


def test_no_page_is_stored():
    page = b"<script>alert(document.cookie)</script>"
    endings = (".html", ".HTM", ".xhtml", ".svg", ".shtml")
    attack("pages", {ending: (f"club{ending}", page, "text/html") for ending in endings})


def test_a_picture_with_an_active_ending_is_not_stored():
    pictures = {".php": files.png(), ".PHP5": files.jpeg(), ".phtml": files.gif(), ".html": files.gif()}
    attack("pictures", {
        ending: ("badge" + ending, picture + b"<?php echo 1; ?>", "image/png") for ending, picture in pictures.items()
    })


def test_a_second_ending_does_not_help():
    names = ("badge.png.php", "badge.php.png.PHP", "badge.jpg.html", ".gif.phtml", "a.png/../badge.php")
    attack("double", {name: (name, files.png(), "image/png") for name in names})


def test_what_is_cut_off_does_not_help():
    names = ("badge.php\0.png", "badge.php;.png", "badge.php ", "badge.php.", "badge.html::$DATA")
    attack("cut", {name: (name, files.png(), "image/png") for name in names})


def test_a_name_that_only_seems_to_end_like_a_picture_does_not_help():
    """Under an ending that a web server does not know, browsers look into the file, and find a page."""
    box.mkdir("seeming")
    pages = {
        b"<!doctype html><script>alert(%d)</script>" % number: filename
        for number, filename in enumerate(SEEMING_PICTURES)
    }
    for page, filename in pages.items():
        attempt(solution.save_badge, box.path("seeming"), 7, filename, page)
    for path in box.walk("seeming"):
        stored = f"seeming/{path}"
        filename = pages.get(box.read(stored)) if stat.S_ISREG(box.stat(stored).st_mode) else None
        picture = path.lower().endswith((".png", ".jpg", ".jpeg", ".gif"))
        exploit_if(filename is not None and not picture, f"the page {filename!r} is stored as {path!r}")
