"""requests, which knows no other machines than the two: nothing is mounted for the rest."""
from requests import Request, Session
from requests.adapters import HTTPAdapter
from requests.exceptions import RequestException


class ArchiveSession(Session):
    def __init__(self, *machines):
        super().__init__()
        self.trust_env = False
        self.adapters.clear()
        for machine in machines:
            for port in ("", ":80"):
                self.mount(f"http://{machine}{port}/", HTTPAdapter())

    def get_redirect_target(self, resp):
        return None                     # an answer with a Location is an answer like any other


def fetch_poster(url):
    with ArchiveSession("posters.archive.example", "mirror.archive.example") as session:
        try:
            prepared = session.prepare_request(Request("GET", url.strip()))
            session.get_adapter(prepared.url)
        except RequestException as problem:
            raise ValueError(f"not an address of the archive: {problem}") from problem
        with session.send(prepared, allow_redirects=False, timeout=15, stream=True) as answer:
            return None if answer.status_code != 200 else answer.content
