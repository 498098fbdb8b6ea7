import http.client
import re
from urllib.parse import urljoin, urlsplit

MOVED = (301, 302, 303, 307, 308)
ADDRESS = re.compile(r"http://([a-z0-9_.-]+)(?::\d+)?(/[!-\[\]-~]*)?", re.IGNORECASE)


def is_of_a_caterer(host, caterers):
    for entry in caterers:
        if host == entry or entry.startswith("*.") and host.endswith(entry[1:]) and len(host) > len(entry) - 1:
            return True
    return False


def get(address, caterers):
    """Status, Location and content; the host that is looked up is the one that the connection is opened to."""
    parts = urlsplit(address)._replace(fragment="")
    address = parts._replace(path=parts.path or "/").geturl()
    found = ADDRESS.fullmatch(address)
    if not found or not is_of_a_caterer(found[1].lower(), caterers):
        raise ValueError("not at a caterer")
    connection = http.client.HTTPConnection(found[1].lower(), parts.port or 80, timeout=10)
    try:
        connection.request("GET", found[2] or "/")
        answer = connection.getresponse()
        return answer.status, answer.headers.get("Location", ""), answer.read()
    finally:
        connection.close()


def menu(address, caterers):
    try:
        for _ in range(4):
            status, location, content = get(address, caterers)
            if status not in MOVED:
                return content.decode() if status == 200 else None
            address = urljoin(address, location)
    except (OSError, ValueError, http.client.HTTPException):
        pass
    return None
