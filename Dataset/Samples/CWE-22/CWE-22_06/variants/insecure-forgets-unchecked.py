import os
import re
import shutil
from urllib.parse import unquote


class Locker:
    def __init__(self, folder):
        self.folder = folder

    def site(self, host):
        """The path of the folder of a site."""
        if not re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)*", host):
            raise ValueError(f"no name of a host: {host!r}")
        return os.path.join(self.folder, host)

    def place(self, url):
        """The path of a page, or of a folder for an address that ends with a slash."""
        if not url.startswith("http://"):
            raise ValueError(f"no address of a page: {url!r}")
        host, *path = url.removeprefix("http://").split("/")
        if not path:
            raise ValueError(f"no page of the site: {url!r}")
        return os.path.join(self.site(host), *(unquote(part) for part in path if part))

    def page(self, url):
        place = self.place(url)
        page = os.path.join(place, "index.html") if url.endswith("/") else place
        site = self.site(url.split("/")[2])
        if not os.path.realpath(page).startswith(os.path.realpath(site) + os.sep):
            raise ValueError(f"leads elsewhere: {url!r}")
        return page

    def save(self, url, content):
        page = self.page(url)
        os.makedirs(os.path.dirname(page), exist_ok=True)
        with open(page, "wb") as file:
            file.write(content)

    def load(self, url):
        page = self.page(url)
        if not os.path.isfile(page):
            return None
        with open(page, "rb") as file:
            return file.read()

    def forget(self, url):
        place = self.place(url)
        if url.endswith("/"):
            shutil.rmtree(place, ignore_errors=True)
        elif os.path.isfile(place):
            os.remove(place)

    def pages(self, host):
        site = self.site(host)
        return sorted(
            os.path.relpath(os.path.join(folder, name), site)
            for folder, _, names in os.walk(site)
            for name in names
        )
