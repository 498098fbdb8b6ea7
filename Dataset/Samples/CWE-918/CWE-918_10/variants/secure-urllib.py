import urllib.error
import urllib.request
from urllib.parse import urljoin, urlsplit, urlunsplit


class Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


opener = urllib.request.OpenerDirector()
for handler in (urllib.request.HTTPHandler(), urllib.request.HTTPErrorProcessor(), Stay(), urllib.request.HTTPDefaultErrorHandler()):
    opener.add_handler(handler)


def rebuilt(address, caterers):
    """The address, put together anew from a host of the list."""
    parts = urlsplit(address)
    host = (parts.hostname or "").lower()
    if parts.scheme != "http" or parts.port not in (None, 80) or not host.replace("-", "a").replace(".", "a").isalnum() or not host.isascii():
        raise ValueError(address)
    for entry in caterers:
        star, _, end = entry.partition("*")
        if host == entry or (not star and end.startswith(".") and host.endswith(end) and host[: -len(end)]):
            return urlunsplit(("http", host, parts.path or "/", parts.query, ""))
    raise ValueError(address)


def menu(address, caterers, moves=3):
    try:
        with opener.open(rebuilt(address, caterers), timeout=10) as answer:
            return answer.read().decode() if answer.status == 200 else None
    except urllib.error.HTTPError as moved:
        with moved:
            if moved.code in (301, 302, 303, 307, 308) and moves and moved.headers["Location"]:
                return menu(urljoin(address, moved.headers["Location"]), caterers, moves - 1)
    except (OSError, ValueError):
        pass
    except Exception as error:
        if type(error).__module__ != "http.client":
            raise
    return None
