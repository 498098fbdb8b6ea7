"""Names of files that lead out of a folder, in every form that a program may check and then read otherwise."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from urllib.parse import quote

from probes.grammars import evasions
from probes.grammars.ranked import in_turn

#: The way up is written so, as a function of the plain `../../x`.
_WAYS_UP = (
    lambda way: way,
    lambda way: f"./{way}",
    lambda way: f"{{sub}}/../{way}",
    lambda way: way.replace("../", "....//"),
    lambda way: way.replace("../", "..././"),
    lambda way: f"missing/../{way}",
    lambda way: f"x/x/x/../../../{way}",
    lambda way: way.replace("/", "//"),
    lambda way: way.replace("../", ".././"),
    lambda way: f"{{sub}}//../{way}",
    lambda way: f"{{sub}}/./../{way}",
    lambda way: f"./{{sub}}/../{way}",
    # A step down that is taken back, with what a pattern stops at or a later step takes away.
    lambda way: f"x\n/../{way}",
    lambda way: f" {way}",
    lambda way: f"{way} ",
    lambda way: f"\t{way}\n",
    lambda way: way.replace("/", "\\"),
    lambda way: way.replace("../", "..\\/"),
    lambda way: way.replace("/", "%2f"),
    lambda way: quote(way, safe="").replace(".", "%2e"),
    lambda way: quote(quote(way, safe="").replace(".", "%2e")),
    lambda way: way.replace("..", "\u2025").replace("/", "\uff0f"),
    lambda way: way.replace("/", "\uff0f"),
    lambda way: way.replace("..", "\uff0e\uff0e"),
    lambda way: way.replace("..", "\u2024\u2024"),
    lambda way: way.replace("../", "...//...//"),
    lambda way: way.replace("../", "./.././"),
    lambda way: way.replace("../", ".\0./"),
    lambda way: f"{{sub}}/{{sub}}/../../{way}",
    lambda way: f"{{file}}/../{way}",
    lambda way: f"{way}/.",
    lambda way: f"{way}/",
    lambda way: f"{way}\0.txt",
    lambda way: f"x\n{way}",
    lambda way: f"\n/../{way}",
    lambda way: f"x\r/../{way}",
    lambda way: f"x\u2028/../{way}",
    lambda way: f"{{file}}\n/../{way}",
    lambda way: f"x.mp3/../{way}",
    lambda way: f" /../{way}",
    lambda way: way.replace("..", ".. "),
    lambda way: way.replace("..", "\uff0e\uff0e").replace("/", "\uff0f"),
    lambda way: way.replace("..", ".\n."),
    lambda way: f"././{way}",
    lambda way: way.replace("..", "..\u200b"),
    lambda way: way.replace(".", "&#46;").replace("/", "&#47;"),
    lambda way: way.replace(".", "\\x2e").replace("/", "\\x2f"),
    lambda way: f"x:{way}",
    lambda way: f"http://x/{way}",
    lambda way: "\\" + way,
    lambda way: f"~/{way}",
    lambda way: f"$PWD/{way}",
)
_ABSOLUTE = (
    lambda path: path,
    lambda path: f"/{path}",
    lambda path: f" {path}",
    lambda path: f"file://{path}",
    lambda path: f"//{path}",
    lambda path: path.replace("/", "//"),
    lambda path: path.replace("/", "\uff0f"),
    lambda path: quote(path, safe=""),
    lambda path: f"./{path}",
    lambda path: f"\t{path}",
    lambda path: f"/.{path}",
    lambda path: f"/x/..{path}",
    lambda path: f"{path}\n",
    lambda path: path.replace("/box/work", "~", 1),
    lambda path: path.replace("/box/work", "$HOME", 1),
    lambda path: f"\n{path}",
)


def escapes(base: str, targets: Sequence[str], sub: str = "sub", file: str = "tea.txt") -> Iterator[str]:
    """Names, to be read as relative to the folder `base`, of the `targets` outside of it (absolute, nearest first).

    `sub` is a folder in the base, `file` a file in it.
    """
    ways = [posixpath.relpath(target, base) for target in targets]
    near = ways[0]
    yield from in_turn(
        (_formed(form, near, sub, file) for form in _WAYS_UP),
        (_formed(form, way, sub, file) for form in _WAYS_UP[:6] for way in ways[1:]),
        (form(target) for form in _ABSOLUTE for target in targets[:2]),
        (f"{base}/{way}" for way in ways),
        ("../" * 12 + target.lstrip("/") for target in targets[:2]),
        (other for way in (near, f"{sub}/../{near}", targets[0]) for other in evasions.evading(way)),
        _behind_beginning(base, targets, ways),
        (f"{'x' * (length + 1)}/../{near}" for length in evasions.lengths()[-3:]),
    )


def _formed(form: Callable[[str], str], way: str, sub: str, file: str) -> str:
    return form(way).replace("{sub}", sub).replace("{file}", file)


def _behind_beginning(base: str, targets: Sequence[str], ways: Sequence[str]) -> Iterator[str]:
    """For programs that compare the beginning of a path, or cut one off."""
    name = posixpath.basename(base)
    yield from (target[len(base) :] for target in targets if target.startswith(base))
    for way in ways:
        yield from (
            f"{name}/../{way}",
            f"/{way}",
            f"{base}{way}",
            f"{base}/{name}/../{way}",
            f"./{name}/../../{name}/{way}",
        )


def detours(base: str, name: str, file: str) -> Iterator[str]:
    """Names of a file in the folder `base`, on whose way there lies a folder `name` outside that is not there.

    Whoever looks where the way ends, and makes the folders on it as they are written, makes it.
    """
    levels = base.strip("/").split("/")
    for up in range(1, min(len(levels), 3) + 1):
        back = "/".join(levels[-up:])
        for before in ("", "new/../", "./"):
            yield f"{before}{'../' * up}{name}/../{back}/{file}"
    yield f"{base}/../{name}/../{levels[-1]}/{file}"


#: What stands before a way where a look at it fails, for another reason than that nothing is there; `loop` leads to itself.
_FAILING = (
    "LONG", "LOOP/../", "{name}/../", "LONG/../", "NEARLY", "{file}/../", "nothing/../", "SLASHES", "LOOP/../LONG", "{sub}/{name}/../../", "{sub}/LONG../", "WAYS",
)  # fmt: skip


def unlooked(ways: Iterable[str], loop: str = "loop", sub: str = "sub", file: str = "tea.txt", base: str = "") -> Iterator[str]:
    """Ways at which a look fails (too long for the system, a name too long, a link to itself), while the tidied path is short.

    Who takes an error for "no link", or "not there", and goes the tidied way then, has not looked. `base` is the folder's path:
    one form is only too long behind it.
    """
    nearly = max(1, (_LONGEST_PATH - len(base)) // 2)
    words = {"LONG": "./" * 2100, "NEARLY": "./" * nearly, "SLASHES": "/" * 4200, "WAYS": f"{sub}/../" * (4200 // (len(sub) + 4)), "LOOP": loop}
    for number, way in enumerate(ways):
        for turn in range(len(_FAILING)) if number < 2 else range(4):
            form = _FAILING[turn].format(name="n" * 256, sub=sub, file=file)
            for word, meant in words.items():
                form = form.replace(word, meant)
            # Slashes at the beginning make it absolute.
            yield f"{way.partition('/')[0]}{form}{way.partition('/')[2]}" if form[0] == "/" else form + way


#: So many bytes has a path at most (PATH_MAX), with the zero at its end.
_LONGEST_PATH = 4096


def thinned(ways: Sequence[str], pieces: Sequence[str]) -> Iterator[str]:
    """The ways up, with what a program takes out of a name, or puts in place of something, behind its check.

    A piece is such a text as it may stand in a name: `@7` where numbers of versions are taken out.
    """
    forms = (
        lambda way, piece: way.replace("..", f".{piece}."),
        lambda way, piece: way.replace("..", f"{piece}.."),
        lambda way, piece: way.replace("..", f"..{piece}"),
        lambda way, piece: way.replace("..", f".{piece}.", 1),
        lambda way, piece: f"{piece}/{way}",
        lambda way, piece: way.replace("/", f"{piece}/"),
        lambda way, piece: way.replace("..", f"{piece}.{piece}.{piece}"),
        lambda way, piece: f"{way}{piece}",
        lambda way, piece: f"x/{piece}../{way}",
    )
    for form in forms:
        yield from (form(way, piece) for way in ways for piece in pieces)


def drafts(file: str, words: Iterable[str] = ()) -> Iterator[str]:
    """Names under which programs may write a file first; `words` are strings of a program that makes them up."""
    folder, name = posixpath.split(file)
    endings = [".part", ".tmp", ".new", "~", ".temp", ".partial"]
    own = list(dict.fromkeys(word for word in words if re.fullmatch(r"[.~_+#-]?\w{1,12}[.~_+#-]?", word)))
    for ending in dict.fromkeys([*(word for word in own if not word[0].isalnum()), *endings, *own]):
        stem = name.rpartition(".")[0] or name
        forms = [name + ending, f"{stem}{ending}", f".{name}{ending}", ending + name]
        forms += [f"{name}.{ending}", ending] if ending[0].isalnum() else []
        yield from (posixpath.join(folder, form) for form in forms)
        yield posixpath.join(posixpath.dirname(folder), ending)


#: How a name is written in an address, where it is decoded once, or a second time by mistake.
_ENCODINGS = (
    lambda name: name,
    lambda name: name.replace("/", "%2f"),
    lambda name: quote(name, safe="/").replace("..", "%2e%2e"),
    lambda name: quote(name, safe="").replace(".", "%2E"),
    lambda name: quote(quote(name, safe="").replace(".", "%2e"), safe=""),
    lambda name: quote(name, safe="/"),
    lambda name: name.replace("../", "..%2F", 1),
    lambda name: name.replace("/", "%252f"),
    lambda name: quote(name, safe="/").replace("..", ".%2e"),
    lambda name: quote(name, safe="/").replace("..", "%252e%252e"),
    lambda name: name.replace("..", "..%00"),
    lambda name: name.replace("/", "%u002f"),
    lambda name: name.replace("/", "%c0%af"),
    lambda name: name.replace("..", ".\t."),
    lambda name: name.replace("..", ".\n."),
    lambda name: name.replace("/..", "/..;"),
    lambda name: f"{name}?x",
    lambda name: f"{name}#x",
)


def addressed(names: Sequence[str]) -> Iterator[str]:
    """The same names as they stand in the path of an address, percent signs and all: each name in each form."""
    plain = list(dict.fromkeys(names))
    diagonal = (
        _ENCODINGS[(number + turn) % len(_ENCODINGS)](name)
        for turn in range(len(_ENCODINGS))
        for number, name in enumerate(plain)
    )
    yield from in_turn((form(name) for name in plain[:3] for form in _ENCODINGS), diagonal)


def around(links: Mapping[str, int], names: Sequence[str]) -> Iterator[str]:
    """Names beside the targets of links to folders: dots that are worked out as text lead elsewhere than dots that are followed.

    `links` says for each link how many folders up from its target the `names` lie.
    """
    forms = ("{link}/{up}/{name}", "{link}/./{up}//{name}", "x/../{link}/{up}/{name}", "{link}/{up}/./{name}", "{link}//{up}/{name}/.")
    for form in forms:
        for link, steps in links.items():
            for name in names:
                yield form.format(link=link, up="/".join([".."] * steps), name=name)
    for link, steps in links.items():
        for name in names:
            # Also where folders lie below the target.
            yield f"{link}/deep/../{'../' * steps}{name}"
