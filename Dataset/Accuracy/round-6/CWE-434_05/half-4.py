import os
import unicodedata
from urllib.parse import unquote, urlsplit

import requests
from werkzeug.http import parse_options_header

ENDINGS = (".ogg", ".mp3", ".jpg")


def looks_right(name):
    # Names of all languages come composed or not; compare them in one form.
    plain = unicodedata.normalize("NFKC", name).casefold()
    if any(unicodedata.category(c) in ("Cc", "Cf", "Zl", "Zp", "Cs") for c in plain):
        return False
    if "/" in plain or "\\" in plain:
        return False
    return plain.endswith(ENDINGS) and not plain.startswith(".")


def read_disposition(value):
    if value is None:
        return None
    try:
        value = value.encode("latin-1").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        pass
    kind, parameters = parse_options_header(value)
    return parameters.get("filename")


def free_path(folder, name):
    path = os.path.join(folder, name)
    count = 1
    while os.path.lexists(path):
        path = os.path.join(folder, f"{name[:-4]}-{count}{name[-4:]}")
        count += 1
    return path


def fetch_bell(folder, url):
    try:
        response = requests.get(url, timeout=30)
    except requests.RequestException:
        return None
    if response.status_code != 200:
        return None
    name = read_disposition(response.headers.get("Content-Disposition"))
    if name is None:
        name = unquote(urlsplit(url).path, errors="strict").rsplit("/", 1)[-1]
    if not looks_right(name):
        raise ValueError("the archive takes .ogg, .mp3 and .jpg only")
    path = free_path(folder, name)
    with open(path, "xb") as target:
        target.write(response.content)
    return os.path.basename(path)
