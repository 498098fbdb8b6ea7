import functools
import io
import itertools
import re
import urllib.error
import urllib.request
from http.client import HTTPException
from pathlib import Path
from urllib.parse import quote, unquote_to_bytes, urlsplit, urlunsplit

ENDING = re.compile(r"\.(?:[oO][gG][gG]|[mM][pP]3|[jJ][pP][gG])\Z")
PARAMETER = re.compile(r""";\s*([\w!#$%&'*+.^`|~-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;"]*))""", re.S)


def parameters(header):
    for found in PARAMETER.finditer(";" + header.partition(";")[2]):
        key, quoted, plain = found.groups()
        yield key.lower(), plain.strip() if quoted is None else re.sub(r"\\(.)", r"\1", quoted)


def utf8(text):
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def from_header(header):
    given = dict(parameters(utf8(header or "")))
    if "filename*" in given:
        charset, _, rest = given["filename*"].partition("'")
        value = rest.partition("'")[2]
        try:
            return unquote_to_bytes(value).decode(charset or "utf-8")
        except LookupError:
            raise ValueError("unknown charset") from None
    return given.get("filename")


def from_address(url):
    return unquote_to_bytes(urlsplit(url).path.rpartition("/")[2]).decode("utf-8")


def split_name(name):
    ending = ENDING.search(name)
    assert_that = {
        "an ending that the archive does not take": ending is not None,
        "a name with a folder": "/" not in name and "\\" not in name,
        "a name with control characters": all(c > "\x1f" and c != "\x7f" for c in name),
        "a name that is too long": len(name.encode("utf-8")) <= 255,
    }
    for complaint, holds in assert_that.items():
        if not holds:
            raise ValueError(complaint)
    return name[:ending.start()], ending.group()


def names(stem, ending):
    yield stem + ending
    short = stem.encode("utf-8")[:200].decode("utf-8", "ignore")
    yield from map(functools.partial("{} [{}]{}".format, short), itertools.count(2), itertools.repeat(ending))


def as_asked(url):
    parts = urlsplit(url)
    safe = "%/:?#[]@!$&'()*+,;=~"
    return urlunsplit(parts._replace(path=quote(parts.path, safe), query=quote(parts.query, safe), fragment=""))


def get(url):
    try:
        with urllib.request.urlopen(as_asked(url), timeout=30) as answer:
            if answer.status != 200 or not answer.url.startswith(("http://", "https://")):
                return None
            content = io.BytesIO()
            while block := answer.read(1 << 16):
                content.write(block)
            if answer.length:
                return None
            return answer.headers.get("Content-Disposition"), content.getvalue()
    except (OSError, HTTPException, ValueError):
        return None


def fetch_bell(folder, url):
    answered = get(url)
    if answered is None:
        return None
    header, content = answered
    name = from_header(header)
    stem, ending = split_name(from_address(url) if name is None else name)
    for name in names(stem, ending):
        try:
            file = Path(folder, name).open("xb")
        except FileExistsError:
            continue
        with file:
            file.write(content)
        return name
