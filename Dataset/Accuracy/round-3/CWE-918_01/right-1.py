import requests
from requests.adapters import HTTPAdapter


class Archive(requests.Session):
    """A session that has a way to the two machines of the archive and to no other.

    For any other prepared address `requests` raises InvalidSchema, a ValueError."""

    def __init__(self):
        super().__init__()
        self.trust_env = False
        self.adapters.clear()
        for machine in ("posters", "mirror"):
            for port in ("", ":80"):
                self.mount(f"http://{machine}.archive.example{port}/", HTTPAdapter())

    def get_redirect_target(self, resp):
        return None


def fetch_poster(url):
    with Archive() as archive:
        prepared = archive.prepare_request(requests.Request("GET", url.strip()))
        answer = archive.send(prepared, allow_redirects=False, timeout=30)
    match answer.status_code:
        case 200:
            return answer.content
