import os
import shutil
import urllib.parse


class NotOfThisSite(ValueError):
    pass


def safe_part(part):
    part = urllib.parse.unquote(part)
    if part in {os.curdir, os.pardir} or os.sep in part or "\0" in part:
        raise NotOfThisSite(part)
    return part


def safe_host(host):
    if not all(label.isascii() and label.replace("-", "a").isalnum() and label.islower() or label.isdigit()
               for label in host.replace("-", "a").split(".")):
        raise NotOfThisSite(host)
    return host


class Locker:
    def __init__(self, folder):
        self.folder = os.path.abspath(folder)

    def locate(self, url):
        if not url.startswith("http://") or url.count("/") < 3:
            raise NotOfThisSite(url)
        host, _, path = url[7:].partition("/")
        *folders, page = map(safe_part, path.split("/"))
        place = os.path.join(self.folder, safe_host(host), *folders)
        return place, page

    def save(self, url, content):
        place, page = self.locate(url)
        os.makedirs(place, exist_ok=True)
        temporary = os.path.join(place, ".incoming")
        with open(temporary, "wb") as file:
            file.write(content)
        os.replace(temporary, os.path.join(place, page or "index.html"))

    def load(self, url):
        place, page = self.locate(url)
        try:
            with open(os.path.join(place, page or "index.html"), "rb") as file:
                return file.read()
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            return None

    def forget(self, url):
        place, page = self.locate(url)
        if not page:
            shutil.rmtree(place, ignore_errors=True)
        elif os.path.exists(os.path.join(place, page)):
            os.unlink(os.path.join(place, page))

    def pages(self, host):
        site = os.path.join(self.folder, safe_host(host))
        return sorted(os.path.relpath(os.path.join(at, name), site) for at, _, names in os.walk(site) for name in names)
