"""menu: a grammar of addresses, and a connection to just the host that was compared."""
import contextlib
import http.client
import re
from functools import reduce
from urllib.parse import quote, urljoin

ADDRESS = re.compile(
    r"(?i:http)://(?P<host>\w(?:[\w.-]*\w)?)(?::80)?(?P<rest>(?:[/?][^#]*)?)(?:\#.*)?", re.DOTALL)


class NoMenu(Exception):
    pass


class Town:
    def __init__(self, caterers):
        self.names, self.ends = set(), set()
        for entry in caterers:
            _, _, end = entry.rpartition("*.")
            with contextlib.suppress(UnicodeError):
                (self.ends if entry.startswith("*.") else self.names).add(self.plain(end))

    @staticmethod
    def plain(host):
        return host.encode("idna").decode("ascii").lower()

    def __contains__(self, host):
        labels = host.split(".")
        return all(labels) and (host in self.names or any(
            ".".join(labels[at:]) in self.ends for at in range(1, len(labels))))

    def target(self, address):
        match = ADDRESS.fullmatch(address.strip())
        if not match:
            raise NoMenu(address)
        host = self.plain(match["host"])
        if host not in self:
            raise NoMenu(address)
        path = quote(match["rest"], safe="%/?:@!$&'()*+,;=~-._")
        return host, path if path.startswith("/") else "/" + path


def _ask(host, path):
    with contextlib.closing(http.client.HTTPConnection(host, 80, timeout=5)) as line:
        line.request("GET", path, headers={"Accept": "*/*"})
        answer = line.getresponse()
        return answer.status, answer.getheader("Location"), answer.read()


def menu(address, caterers):
    town = Town(caterers)

    def step(state, _):
        address, dish = state
        if dish is not None:
            return state
        host, path = town.target(address)
        match _ask(host, path):
            case 200, _, body:
                return address, body.decode("utf-8", "replace")
            case (301 | 302 | 303 | 307 | 308), str(location), _:
                with contextlib.suppress(UnicodeError):
                    location = location.encode("latin-1").decode("utf-8")
                return urljoin(f"http://{host}{path}", location), None
        raise NoMenu(address)

    try:
        return reduce(step, range(4), (address, None))[1]
    except (NoMenu, OSError, http.client.HTTPException, ValueError):
        return None
