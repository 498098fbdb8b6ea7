from harness import attempt, box, exploit_if, solution
from probes import files


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
