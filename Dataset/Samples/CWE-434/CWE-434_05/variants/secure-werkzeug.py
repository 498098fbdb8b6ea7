from itertools import count
from pathlib import Path
from urllib.parse import unquote, urlsplit

import requests
from werkzeug.http import parse_options_header


class Recording:
    SUFFIXES = frozenset({".ogg", ".mp3", ".jpg"})

    def __init__(self, name, content):
        path = Path(name.replace("\0", "").replace("\\", "/"))
        if path.suffix.lower() not in self.SUFFIXES or path.name != path.name.strip():
            raise ValueError("only .ogg, .mp3 and .jpg files are collected")
        self.stem, self.suffix, self.content = path.stem, path.suffix, content

    def names(self):
        yield self.stem + self.suffix
        for number in count(2):
            yield f"{self.stem} ({number}){self.suffix}"

    def store(self, folder):
        for name in self.names():
            try:
                with (Path(folder) / name).open("xb") as file:
                    file.write(self.content)
            except FileExistsError:
                continue
            return name


def fetch_bell(folder, url):
    try:
        response = requests.get(url, timeout=10)
    except requests.exceptions.RequestException:
        return None
    if response.status_code != requests.codes.ok:
        return None
    _, options = parse_options_header(response.headers.get("Content-Disposition"))
    name = options.get("filename") or unquote(urlsplit(url).path.rsplit("/", 1)[-1])
    return Recording(name, response.content).store(folder)
