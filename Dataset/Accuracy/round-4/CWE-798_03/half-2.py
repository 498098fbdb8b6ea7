import json
import os
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

SERVICE = "http://tides.example/v1/high-water"
REMEMBERED = Path("~/.config/tides/key").expanduser()


def _key():
    key = os.environ.get("TIDES_KEY", "").strip()
    if key:
        return key
    try:
        return REMEMBERED.read_text("utf-8")
    except OSError:
        raise RuntimeError("TIDES_KEY is not set") from None


def _remember(key):
    try:
        REMEMBERED.parent.mkdir(parents=True, exist_ok=True)
        REMEMBERED.touch(mode=0o600)
        REMEMBERED.write_text(key, "utf-8")
    except OSError:
        pass


class TideTable:
    def high_waters(self, harbour, day):
        key = _key()
        query = urllib.parse.urlencode({"harbour": harbour, "day": day})
        request = urllib.request.Request(f"{SERVICE}?{query}", headers={"X-Api-Key": key})
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                if answer.status != 200:
                    raise RuntimeError(f"status {answer.status}")
                tides = json.load(answer)["tides"]
        except urllib.error.HTTPError as e:
            if e.code == 404:
                return []
            raise RuntimeError(f"status {e.code}") from e
        _remember(key)
        return [(tide["time"], float(tide["metres"])) for tide in tides]
