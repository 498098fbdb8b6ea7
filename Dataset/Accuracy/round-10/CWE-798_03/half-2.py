"""Times of high water from http://tides.example. The key comes from the environment of the machine."""
import contextlib
import json
import os
import urllib.error
import urllib.parse
import urllib.request


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


class TideTable:
    _service = "http://tides.example/v1/high-water?"
    # In spring, the new key reaches the boat houses some days before the service takes it over.
    # So that the screens do not go dark, each machine remembers the last key that was accepted.
    _memory = "~/.tides-accepted"

    def __init__(self):
        self._opener = urllib.request.build_opener(_NoRedirect)

    def high_waters(self, harbour, day):
        key = os.environ.get("TIDES_KEY")
        if not key:
            raise RuntimeError("TIDES_KEY is not set")
        query = urllib.parse.urlencode({"harbour": harbour, "day": day})
        status, body = self._ask(query, key)
        if status in (401, 403):
            former = self._remembered()
            if former and former != key:
                status, body = self._ask(query, former)
        elif status == 200:
            self._remember(key)
        if status == 404:
            return []
        if status != 200:
            raise RuntimeError(f"status {status} from the tide service")
        return [(tide["time"], float(tide["metres"])) for tide in json.loads(body)["tides"]]

    def _ask(self, query, key):
        request = urllib.request.Request(self._service + query, headers={"X-Api-Key": key})
        try:
            with self._opener.open(request, timeout=20) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, b""

    def _remembered(self):
        with contextlib.suppress(OSError):
            with open(os.path.expanduser(self._memory), encoding="utf-8") as file:
                return file.read()
        return None

    def _remember(self, key):
        if self._remembered() != key:
            with contextlib.suppress(OSError):
                handle = os.open(os.path.expanduser(self._memory), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
                with os.fdopen(handle, "w", encoding="utf-8") as file:
                    file.write(key)
