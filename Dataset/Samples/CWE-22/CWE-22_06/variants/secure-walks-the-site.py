import os
import re
from urllib.parse import unquote


def parse(url):
    found = re.fullmatch(r"http://((?:[a-z0-9-]+\.)*[a-z0-9-]+)/(.*)", url, re.DOTALL)
    if found is None:
        raise ValueError("not an address")
    names = [unquote(part) for part in found[2].split("/")]
    if any("/" in name or "\0" in name or name in {".", ".."} for name in names):
        raise ValueError("not a page of this site")
    return found[1], names


class Locker:
    def __init__(self, folder):
        self.folder = folder

    def _walk(self, host):
        """All files of a site: their names in parts, and their paths."""
        top = os.path.join(self.folder, host)
        for place, _, files in os.walk(top):
            inner = [] if place == top else os.path.relpath(place, top).split(os.sep)
            for file in files:
                yield [*inner, file], os.path.join(place, file)

    def save(self, url, content):
        host, names = parse(url)
        path = os.path.join(self.folder, host, *names[:-1], names[-1] or "index.html")
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(content)

    def load(self, url):
        host, names = parse(url)
        names[-1] = names[-1] or "index.html"
        for found, path in self._walk(host):
            if found == names:
                with open(path, "rb") as file:
                    return file.read()
        return None

    def forget(self, url):
        host, names = parse(url)
        for found, path in list(self._walk(host)):
            if found == names or (not names[-1] and found[: len(names) - 1] == names[:-1]):
                os.remove(path)

    def pages(self, host):
        if host != parse(f"http://{host}/")[0]:
            raise ValueError("not a host")
        return sorted("/".join(names) for names, _ in self._walk(host))
