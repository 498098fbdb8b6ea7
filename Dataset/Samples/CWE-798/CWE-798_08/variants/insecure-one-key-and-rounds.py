import hashlib
import hmac
import json
import os
import secrets


class Pseudonyms:
    """One key for the folder, and the rounds of all studies."""

    def __init__(self, folder):
        self.path = os.path.join(os.path.abspath(folder), "pseudonyms.json")

    def _load(self):
        try:
            with open(self.path) as file:
                return json.load(file)
        except FileNotFoundError:
            return {"key": secrets.token_hex(32), "rounds": {}, "over": []}

    def _save(self, kept):
        draft = f"{self.path}.{os.getpid()}"
        with open(draft, "w") as file:
            json.dump(kept, file)
        os.replace(draft, self.path)

    def of(self, study, person):
        kept = self._load()
        if study in kept["over"] or study not in kept["rounds"]:
            kept["rounds"].setdefault(study, 1)
            kept["over"] = [one for one in kept["over"] if one != study]
            self._save(kept)
        text = json.dumps([study, kept["rounds"][study], person])
        return hmac.new(bytes.fromhex(kept["key"]), text.encode(), hashlib.sha256).hexdigest()[:16]

    def renew(self, study):
        if study in self.studies():
            kept = self._load()
            kept["rounds"][study] += 1
            self._save(kept)

    def end(self, study):
        if study in self.studies():
            kept = self._load()
            kept["rounds"][study] += 1
            kept["over"].append(study)
            self._save(kept)

    def studies(self):
        kept = self._load()
        return sorted(set(kept["rounds"]) - set(kept["over"]))
