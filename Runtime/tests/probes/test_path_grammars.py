"""Names that lead out of a folder, archives, and names of uploads: each with flawed and sound programs."""

import io
import itertools
import os
import posixpath
import re
import stat
import tarfile
import unicodedata
import unittest
import urllib.parse

import fakes

from probes import archives, constants, search
from probes.grammars import file_names, paths, tars

BASE, OUTSIDE = "/srv/cards", ("/srv/near.txt", "/srv/cards-old/near.txt", "/far/far.txt")


def refused(found):
    if found:
        raise ValueError


def joined(name):
    return posixpath.join(BASE, name)


def taken_out(name):
    while "../" in name:
        name = name.replace("../", "")
    return name


GAPS = {
    "joined": joined,
    "dots at the start refused": lambda name: joined(refused(name.startswith("..")) or name),
    "dots and slash at the start refused": lambda name: joined(refused(name.startswith(("..", "/"))) or name),
    "taken out once": lambda name: joined(name.replace("../", "").lstrip("/")),
    "taken out twice": lambda name: joined(name.replace("../", "").replace("./", "").lstrip("/")),
    "dots taken out": lambda name: joined(taken_out(name)),
    "beginning compared": lambda name: refused(not posixpath.normpath(joined(name)).startswith(BASE)) or joined(name),
    "beginning compared before normalising": lambda name: (
        refused(not joined(name).startswith(BASE + "/")) or joined(name)
    ),
    "absolute refused": lambda name: joined(refused(name.startswith("/")) or name),
    "dots refused": lambda name: joined(refused(".." in name) or name),
    "stripped late": lambda name: joined((refused(".." in name or name.startswith("/")) or name).strip()),
    "left stripped": lambda name: joined((refused(name.startswith(("/", ".."))) or name).lstrip(" ")),
    "decoded late": lambda name: joined(urllib.parse.unquote(refused(".." in name or "/" in name) or name)),
    "decoded twice": lambda name: joined(
        urllib.parse.unquote(urllib.parse.unquote(refused(re.search(r"\.\.|/|%2e", name)) or name))
    ),
    "normalised late": lambda name: joined(unicodedata.normalize("NFKC", refused(".." in name or "/" in name) or name)),
    "backslashes turned late": lambda name: joined(
        (refused("../" in name or name.startswith("/")) or name).replace("\\", "/")
    ),
    "parts counted": lambda name: joined(refused(name.startswith("/") or _depth(name) < 0) or name),
    "first part looked at": lambda name: joined(refused(name.split("/")[0] in ("..", "")) or name),
    "a slash looked for on the first line": lambda name: posixpath.normpath(
        joined(refused(re.match(r".*/|\.{0,2}$", name)) or name)
    ),
    "parts looked at, then stripped": lambda name: joined(
        "/".join(part.strip() for part in (refused({"..", ""} & set(name.split("/"))) or name).split("/"))
    ),
    "last part looked at": lambda name: joined(refused(name.split("/")[-1] in ("..", ".")) or name),
    "glued": lambda name: BASE + (refused("../" in name) or name),
    "glued with a slash": lambda name: BASE + "/" + name,
    "ordinary signs only": lambda name: joined(refused(not re.fullmatch(r"[\w./-]+", name)) or name),
    "begins ordinarily": lambda name: joined(refused(not re.match(r"\w", name)) or name),
    "file address": lambda name: joined((refused(name.startswith(("/", "."))) or name).removeprefix("file://")),
    "slashes at the start stripped once": lambda name: joined(refused(".." in name) or name.removeprefix("/")),
}


def _depth(name):
    depth = lowest = 0
    for part in name.split("/"):
        depth += -1 if part == ".." else 1
        lowest = min(lowest, depth)
    return lowest


def common(name):
    real = posixpath.normpath(joined(name))
    return refused(posixpath.commonpath([BASE, real]) != BASE) or real


class Paths(fakes.ProbeTest):
    def setUp(self) -> None:
        super().setUp()
        fakes.load("TAKEN_OUT = ['../', './']\n")

    def exploit(self, path):
        def effect(name):
            real = fakes.attempt(path, name).value
            return "\0" not in (real or "\0") and posixpath.normpath(real) in OUTSIDE and real

        return search.first(paths.escapes(BASE, OUTSIDE), effect, 120)

    def test_every_planted_gap_is_found(self) -> None:
        self.assertGreaterEqual(len(GAPS), 20)
        self.assertEqual([name for name, path in GAPS.items() if not self.exploit(path)], [])

    def test_sound_programs_withstand(self) -> None:
        sound = (
            common,
            lambda name: joined(posixpath.basename(name)),
            lambda name: joined(refused("/" in name or name == "..") or name),
        )
        self.assertEqual([self.exploit(path) for path in sound], [None] * len(sound))


#: Programs that take the number of a version out of a name, behind their check.
THINNED_GAPS = {
    "taken out anywhere": lambda name: joined(re.sub(r"@\d+", "", refused("../" in name or name[:1] == "/") or name)),
    "taken out of parts": lambda name: joined(
        "/".join(re.sub(r"@\d+", "", refused(part == "..") or part) for part in name.split("/"))
    ),
    "taken out of the first": lambda name: joined(re.sub(r"@\d+", "", refused(name.startswith((".", "/"))) or name, count=2)),
    "taken out before a dot": lambda name: joined(
        re.sub(r"@\d+(?=\.)", "", refused({"..", ""} & set(name.split("/"))) or name)
    ),
}


class Thinned(fakes.ProbeTest):
    def exploit(self, path):
        fakes.load("")
        ways = [posixpath.relpath(target, BASE) for target in OUTSIDE]

        def effect(name):
            real = fakes.attempt(path, name).value
            return real and posixpath.normpath(real) in OUTSIDE and real

        return search.first(paths.thinned(ways, ("@7",)), effect, 40)

    def test_every_planted_gap_is_found(self) -> None:
        self.assertEqual([name for name, path in THINNED_GAPS.items() if not self.exploit(path)], [])

    def test_sound_programs_withstand(self) -> None:
        sound = (common, lambda name: common(re.sub(r"@\d+", "", name)))
        self.assertEqual([self.exploit(path) for path in sound], [None] * len(sound))


#: How programs read the path of an address: each of them looks at another text than the one that it uses.
ADDRESS_GAPS = {
    "decoded behind the check": lambda path: joined(urllib.parse.unquote(refused(".." in path) or path)),
    "slashes looked for before": lambda path: joined(
        "/".join(urllib.parse.unquote(refused(part == "..") or part) for part in path.split("/"))
    ),
    "decoded twice": lambda path: joined(
        urllib.parse.unquote(refused(".." in urllib.parse.unquote(path)) or urllib.parse.unquote(path))
    ),
    "taken apart behind the check": lambda path: joined(
        urllib.parse.urlsplit("http://x/" + (refused(".." in path or "%" in path) or path)).path[1:]
    ),
    "capitals forgotten": lambda path: joined(
        urllib.parse.unquote(refused(re.search(r"\.\.|%2e|%2f", path) or path[:1] == "/") or path)
    ),
}


class Addresses(fakes.ProbeTest):
    def setUp(self) -> None:
        super().setUp()
        fakes.load("")

    def exploit(self, path):
        def effect(name):
            real = fakes.attempt(path, name).value
            return "\0" not in (real or "\0") and posixpath.normpath(real) in OUTSIDE and real

        names = list(itertools.islice(paths.escapes(BASE, OUTSIDE), 60))
        return search.first(paths.addressed(names), effect, 160)

    def test_every_planted_gap_is_found(self) -> None:
        self.assertEqual([name for name, path in ADDRESS_GAPS.items() if not self.exploit(path)], [])

    def test_sound_programs_withstand(self) -> None:
        sound = (
            lambda path: common(urllib.parse.unquote(path)),
            lambda path: joined(refused("%" in path or "/" in path or ".." in path or "\n" in path) or path),
        )
        self.assertEqual([self.exploit(path) for path in sound], [None] * len(sound))


class Device:
    """Unpacks what a filter lets through, as `tarfile` does when it trusts everything."""

    def __init__(self, allowed) -> None:
        self.allowed = allowed

    def install(self, data: bytes, folder: str) -> None:
        with tarfile.open(fileobj=io.BytesIO(data)) as tar:
            for member in tar.getmembers():
                if not self.allowed(folder, member):
                    raise ValueError
            for member in tar.getmembers():
                if self.allowed(folder, member):
                    tar.extract(member, folder, filter="fully_trusted")


def inside(folder, name):
    return os.path.normpath(os.path.join(folder, name)).startswith(folder + "/")


TAR_GAPS = {
    "all": lambda folder, member: True,
    "names inside": lambda folder, member: inside(folder, member.name),
    "beginning": lambda folder, member: os.path.normpath(os.path.join(folder, member.name)).startswith(folder),
    "no dots": lambda folder, member: ".." not in member.name,
    "no dots at the start": lambda folder, member: not member.name.startswith(("/", "..")),
    "no symbolic links": lambda folder, member: inside(folder, member.name) and not member.issym(),
    "no hard links": lambda folder, member: inside(folder, member.name) and not member.islnk(),
    "no absolute targets": lambda folder, member: inside(folder, member.name) and not member.linkname.startswith("/"),
    "targets from the top": lambda folder, member: (
        inside(folder, member.name) and inside(folder, member.linkname or "x")
    ),
    "targets by their beginning": lambda folder, member: (
        inside(folder, member.name) and not member.linkname.startswith(("/", ".."))
    ),
    "targets each by itself": lambda folder, member: (
        inside(folder, member.name)
        and (
            not member.issym()
            or inside(folder + "/x", os.path.join("..", os.path.dirname(member.name), member.linkname) + "/x")
            or os.path.normpath(os.path.join(folder, os.path.dirname(member.name), member.linkname)).startswith(folder)
        )
    ),
    "names of files only": lambda folder, member: (
        inside(folder, member.name) if member.isfile() else not member.linkname and not member.name.startswith("/")
    ),
    "targets of links only": lambda folder, member: (
        not member.isdir()
        and not member.islnk()
        and (not member.isfile() or inside(folder, member.name))
        and (not member.issym() or inside(folder, member.linkname) and "/" not in member.linkname)
    ),
    "hard links from their folder": lambda folder, member: (
        inside(folder, member.name)
        and not member.issym()
        and (not member.islnk() or inside(folder, os.path.join(os.path.dirname(member.name), member.linkname)))
    ),
}


class Tars(fakes.ProbeTest):
    def exploit(self, allowed):
        fakes.load("")
        place = self.box.mkdir("device")
        base = f"{place}/tours"
        outside = [f"{place}/near.txt", f"{place}/tours-old/near.txt", f"{place}/far/far.txt"]

        def effect(members):
            self.box.remove("device")
            self.box.mkdir("device/tours")
            for path in outside:
                self.box.write(path, b"secret")
            before = self.outside(place)
            for archive in tars.parted(members):
                fakes.attempt(Device(allowed).install, archives.tar_archive(archive), base)
            brought = [name for name in self.box.walk(base) if self.brought(f"{base}/{name}")]
            return self.outside(place) != before and "changed" or brought

        return search.first(tars.hostile(base, outside), effect, 190)

    def outside(self, place):
        found = {}
        for name in self.box.walk(place):
            if not name.startswith("tours/") and name != "tours":
                path = f"{place}/{name}"
                found[name] = self.box.read(path) if os.path.isfile(path) and not os.path.islink(path) else None
        return found

    def brought(self, path):
        return os.path.isfile(path) and not os.path.islink(path) and self.box.read(path) == b"secret"

    def test_every_planted_gap_is_found(self) -> None:
        self.assertEqual([name for name, allowed in TAR_GAPS.items() if not self.exploit(allowed)], [])

    def test_a_sound_program_withstands(self) -> None:
        self.assertIsNone(
            self.exploit(lambda folder, member: inside(folder, member.name) and (member.isfile() or member.isdir()))
        )


OK = (".png", ".jpg", ".jpeg", ".gif")
NAME_GAPS = {
    "all": str,
    "PHP refused": lambda name: refused(name.endswith(".php")) or name,
    "listed refused": lambda name: refused(name.endswith((".php", ".html", ".svg", ".js"))) or name,
    "listed refused in any case": lambda name: (
        refused(name.lower().endswith((".php", ".html", ".svg", ".js", ".htm", ".phtml"))) or name
    ),
    "contains an ending": lambda name: refused(not any(one in name.lower() for one in OK)) or name,
    "first ending": lambda name: refused("." + name.split(".")[1] not in OK) or name,
    "ends without a dot": lambda name: refused(not name.lower().endswith(("png", "jpg", "gif"))) or name,
    "stripped, then looked at": lambda name: refused(not name.strip().lower().endswith(OK)) or name,
    "cleaned afterwards": lambda name: re.sub(r"\0.*", "", refused(not name.lower().endswith(OK)) or name, flags=re.S),
    "pattern with a dollar": lambda name: refused(not re.search(r"\.(png|jpg|gif)$", name)) or name,
    "pattern of lines": lambda name: refused(not re.search(r"(?m)\.(png|jpg|gif)$", name)) or name,
    "pattern without an end": lambda name: refused(not re.search(r"\.(png|jpg|gif)", name)) or name,
    "dot of a pattern": lambda name: refused(not re.search(r".(png|jpg|gif)\Z", name)) or name,
    "capitals": lambda name: refused(not name.upper().endswith(tuple(one.upper() for one in OK))) or name,
    "normalised, then looked at": lambda name: refused(not unicodedata.normalize("NFKC", name).endswith(OK)) or name,
    "guessed type": lambda name: (
        refused(not (__import__("mimetypes").guess_type(name)[0] or "").startswith("image/")) or name
    ),
    "cut at a semicolon": lambda name: (refused(not name.endswith(OK)) or name).split(";")[0],
    "cut at a question mark": lambda name: refused(not name.split("?")[0].endswith(OK)) or name,
    "last part": lambda name: posixpath.normpath(refused(not name.split("/")[0].endswith(OK)) or name),
    "URL decoded": lambda name: urllib.parse.unquote(refused(not name.endswith(OK)) or name).split("\0")[0],
}


REPLACING_GAPS = {
    "nothing": lambda name, text, other: name.replace(text, other),
    "new text is an ending": lambda name, text, other: refused(other.startswith(".")) or name.replace(text, other),
    "text has a dot": lambda name, text, other: refused("." in text) or name.replace(text, other),
    "both texts have a dot": lambda name, text, other: refused("." in text + other) or name.replace(text, other),
    "new text is empty": lambda name, text, other: refused(other) or name.replace(text, other),
    "text is an ending": lambda name, text, other: refused(text in ("pdf", ".pdf")) or name.replace(text, other),
    "first place only": lambda name, text, other: (
        refused(not name.replace(text, other, 1).endswith((".pdf", ".png"))) or name.replace(text, other)
    ),
    "known endings": lambda name, text, other: (
        refused(name.replace(text, other).endswith((".html", ".php", ".svg"))) or name.replace(text, other)
    ),
    "with a line end": lambda name, text, other: (
        refused(not re.search(r"\.(pdf|png)$", name.replace(text, other))) or name.replace(text, other)
    ),
    "ends like one": lambda name, text, other: (
        refused(not name.replace(text, other).endswith(("pdf", "png"))) or name.replace(text, other)
    ),
    "stripped": lambda name, text, other: (
        refused(not name.replace(text, other).strip().endswith((".pdf", ".png"))) or name.replace(text, other)
    ),
}


class FileNames(fakes.ProbeTest):
    def setUp(self) -> None:
        super().setUp()
        fakes.load("")

    def exploit(self, stored):
        def effect(name):
            made = fakes.attempt(stored, name).value
            return made is not None and not made.lower().endswith(OK) and "stored"

        for candidates in (file_names.running("png"), file_names.seeming(("png", "jpg", "jpeg", "gif"))):
            if found := search.first(candidates, effect, 100):
                return found
        return None

    def test_every_planted_gap_is_found(self) -> None:
        self.assertGreaterEqual(len(NAME_GAPS), 20)
        self.assertEqual([name for name, stored in NAME_GAPS.items() if not self.exploit(stored)], [])

    def test_sound_programs_withstand(self) -> None:
        self.assertIsNone(self.exploit(lambda name: refused(not name.lower().endswith(OK)) or name))
        self.assertIsNone(self.exploit(lambda name: "badge.png"))

    def test_every_planted_gap_in_replacing_is_found(self) -> None:
        missed = [
            name
            for name, stored in REPLACING_GAPS.items()
            if not search.first(file_names.replaced(("pdf", "png")), self.replaced(stored), 90)
        ]
        self.assertEqual(missed, [])

    def test_sound_replacing_withstands(self) -> None:
        def sound(name, text, other):
            made = name.replace(text, other)
            return refused(not made.endswith((".pdf", ".png"))) or made

        self.assertIsNone(search.first(file_names.replaced(("pdf", "png")), self.replaced(sound), 400))
        begun = [(name, text) for name, text, _ in file_names.replaced(("pdf", "png"))]
        self.assertTrue(all(name.lower().endswith((".pdf", ".png")) and text in name for name, text in begun))

    def replaced(self, stored):
        def effect(candidate):
            made = fakes.attempt(stored, *candidate).value
            return made is not None and not made.lower().endswith((".pdf", ".png")) and "stored"

        return effect

    def test_uploads_differ_in_name_content_and_type(self) -> None:
        for length in range(5, 290):
            cut = [name[:length] for name in file_names.ending_wherever_cut("png") if len(name) > length]
            self.assertTrue(any(name.endswith(".html") for name in cut) or length < 6, length)
        made = list(file_names.uploads({"png": "image/png", "pdf": "application/pdf"}))[:110]
        for place in range(3):
            self.assertGreater(len({upload[place] for upload in made}), 2)

    def test_detours_end_in_the_folder_behind_a_new_one_outside(self) -> None:
        for name in paths.detours("/box/work/ship/locker", "new", "a/b.html"):
            way = posixpath.join("/box/work/ship/locker", name)
            self.assertEqual(posixpath.normpath(way), "/box/work/ship/locker/a/b.html", name)
            outside = posixpath.normpath(way[: way.rindex("new/..")] + "new")
            self.assertFalse(outside.startswith("/box/work/ship/locker/"), name)

    def test_names_of_drafts(self) -> None:
        fakes.load("def write(path): open(f'{path}.sat', 'w'); open(f'_wip_{path}', 'w')")
        names = list(paths.drafts("a/b.dst", constants.strings()))[:80]
        for name in ("a/b.dst.part", "a/b.tmp", "a/.b.dst.new", "a/b.dst~", "a/b.dst.sat", "a/_wip_b.dst"):
            self.assertIn(name, names)


class AroundLinks(fakes.ProbeTest):
    def setUp(self) -> None:
        super().setUp()
        for name, text in {"site/x/a.txt": "own", "far/album/deep/b.txt": "own", "far/secret.txt": "SECRET", "far/album/one.txt": "own"}.items():
            os.makedirs(os.path.dirname(name), exist_ok=True)
            with open(name, "w") as file:
                file.write(text)
        os.symlink("../far/album", "site/album")
        os.symlink("../../far/album/deep", "site/x/deep")

    def shown(self, judged, opened):
        root = os.path.abspath("site")

        def effect(name):
            path = f"{root}/{name}"
            try:
                if not f"{judged(path)}/".startswith(f"{root}/"):
                    return False
                with open(opened(path)) as file:
                    return file.read() == "SECRET"
            except OSError:
                return False

        return search.first(paths.around({"album": 1, "x/deep": 2}, ["secret.txt"]), effect, 40)

    def test_dots_that_are_judged_as_text_and_followed_are_found(self) -> None:
        def once(path):
            return re.sub("/[^/]+/[.][.]/", "/", path, count=1)

        for judged in (os.path.normpath, once, lambda path: path.replace("..", ""), lambda path: path.replace("../", "x/")):
            self.assertTrue(self.shown(judged, str))

    def test_who_judges_what_is_opened_is_not(self) -> None:
        for judged, opened in ((os.path.normpath, os.path.normpath), (os.path.realpath, str), (os.path.realpath, os.path.realpath)):
            self.assertFalse(self.shown(judged, opened))


class Unlooked(fakes.ProbeTest):
    def setUp(self) -> None:
        super().setUp()
        os.makedirs("site/sub"), os.makedirs("far")
        for name in ("far/x.txt", "site/sub/a.txt"):
            open(name, "w").close()
        os.symlink("../far", "site/out"), os.symlink("loop", "site/loop")

    def led_out(self, opened, tries=24):
        """The way by which `opened` is brought to give a path out of the folder that can be opened."""
        def effect(way):
            try:
                path = opened("site", way)
                return path is not None and os.path.exists(path) and os.path.realpath(path).startswith(os.path.realpath("far"))
            except (OSError, ValueError):
                return False

        return search.first(paths.unlooked(["out/x.txt", "out/x.txt"], sub="sub", file="sub/a.txt", base="site"), effect, tries)

    def test_who_tidies_a_way_behind_a_failing_look_is_found(self) -> None:
        def by_parts(look, tidy):
            def opened(root, way):
                parts = way.split("/")
                places = ["/".join([root, *parts[:end]]) for end in range(1, len(parts))]
                return None if any(look(place) for place in places) else f"{root}/{tidy(way)}"
            return opened

        def is_link(path):
            try:
                return stat.S_ISLNK(os.lstat(path).st_mode)
            except FileNotFoundError:
                return False
            except OSError as error:
                return error.errno != 36

        def whole(root, way):
            try:
                real = os.path.realpath(f"{root}/{way}", strict=True)
            except OSError:
                return os.path.normpath(f"{root}/{way}")
            return real if real.startswith(os.path.realpath(root)) else None

        def real(root, way):
            path = os.path.realpath(f"{root}/{way}")
            return path if path.startswith(os.path.realpath(root)) else None

        gaps = {
            "islink": by_parts(os.path.islink, os.path.normpath),
            "tidied by hand": by_parts(os.path.islink, lambda way: "/".join(part for part in way.split("/") if part not in ("", "."))),
            "too long is no link": by_parts(is_link, os.path.normpath),
            "no dots, islink": lambda root, way: None if ".." in way else by_parts(os.path.islink, os.path.normpath)(root, way),
            "an error of realpath": whole,
            # Behind a link to itself, it resolves no more links.
            "realpath": real,
        }
        self.assertEqual([name for name, opened in gaps.items() if not self.led_out(opened)], [])

    def test_who_goes_the_way_that_was_looked_at_is_not(self) -> None:
        def tidied_first(root, way):
            way = os.path.normpath(way)
            parts = way.split("/")
            return None if any(os.path.islink("/".join([root, *parts[:end]])) for end in range(1, len(parts))) else f"{root}/{way}"

        def real(root, way):
            path = os.path.realpath(f"{root}/{way}", strict=True)
            return path if path.startswith(os.path.realpath(root)) else None

        self.assertEqual([self.led_out(tidied_first), self.led_out(real)], [None, None])


if __name__ == "__main__":
    unittest.main()
