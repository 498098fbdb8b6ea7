"""What a zygote has imported before a run. For speed only: a solution can import everything anyway.

Every module makes each fork dearer, so a large one that few solutions use (asyncio) is not here, and a package only
serves the samples that declare it. The probes are here: a tester would compile those that its checks use for every run.
"""

from collections.abc import Iterable
from pathlib import Path

_STANDARD = """
    argparse ast base64 collections contextlib copy csv ctypes dataclasses datetime decimal
    enum errno fnmatch functools glob hashlib hmac html html.parser http.client io ipaddress itertools json logging math
    mimetypes operator os pathlib pickle pprint queue random re secrets select shlex shutil signal
    socket sqlite3 stat string struct subprocess tarfile tempfile textwrap threading time traceback types typing
    unicodedata urllib.error urllib.parse urllib.request uuid weakref xml.etree.ElementTree zipfile
    encodings.idna encodings.latin_1 encodings.ascii linecache harness tester.main
""".split()

#: For a worker that serves one run only: what it does not import is not paid for.
BARE = ["harness", "tester.main"]


def _probes() -> list[str]:
    """All of them; of the drivers only the package, because they are source for the solution's process."""
    runtime = Path(__file__).parent.parent
    files = [path.relative_to(runtime).with_suffix("") for path in runtime.glob("probes/**/[a-z]*.py")]
    return sorted(".".join(path.parts) for path in files if "drivers" not in path.parts)


_PROBES = _probes()

PROFILES = {"bare": BARE, "standard": _STANDARD + _PROBES}

#: Packages that a zygote for the samples which declare them is worth, by their names in lower case.
PACKAGES = {"flask", "itsdangerous", "jinja2", "pyjwt", "pyyaml", "requests", "werkzeug"}
#: Flask has imported them all.
_OF_FLASK = {"itsdangerous", "jinja2", "werkzeug"}


def modules_for(profile: str) -> list[str]:
    """The modules of a profile. Raises ValueError for one that does not exist."""
    try:
        return PROFILES[profile]
    except KeyError:
        raise ValueError(f"unknown profile '{profile}'; the profiles are {', '.join(PROFILES)}") from None


def worth_importing(packages: Iterable[str]) -> tuple[str, ...]:
    """Of the packages that a sample declares, those to import in advance, in lower case and in order."""
    known = PACKAGES & {name.lower() for name in packages}
    return tuple(sorted(known - _OF_FLASK if "flask" in known else known))
