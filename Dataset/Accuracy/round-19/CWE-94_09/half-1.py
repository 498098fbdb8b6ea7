import os
import re

SCALE_PIN = os.environ["SCALE_PIN"]


class Log:
    def __init__(self, number, species, length, girth, paid):
        self.number = number
        self.species = species
        self.length = length
        self.girth = girth
        self.paid = paid

    def rate(self):
        return self.paid / self.length


_TOKEN = re.compile(r"\{\{|\}\}|\{[^{}]*\}|\{[^}]*\}|[{}]|[^{}]+")

LOG_FIELDS = {
    "log.number": lambda log: log.number,
    "log.species": lambda log: log.species,
    "log.length": lambda log: log.length,
    "log.girth": lambda log: log.girth,
}

TOTALS = {"count": len}
for _column in ("length", "girth"):
    _get = LOG_FIELDS["log." + _column]
    TOTALS.update({
        f"sum({_column})": lambda logs, get=_get: sum(map(get, logs)),
        f"min({_column})": lambda logs, get=_get: min(map(get, logs)),
        f"max({_column})": lambda logs, get=_get: max(map(get, logs)),
        f"mean({_column})": lambda logs, get=_get: sum(map(get, logs)) / len(logs),
    })


class Reports:
    def __init__(self, folder):
        self.folder = folder
        self._lines = {}    # lines that were taken apart already, they come again every day

    def save(self, name, template):
        self._parse(template)
        with open(self._path(name), "w", encoding="utf-8", newline="") as file:
            file.write(template)

    def report(self, name, logs):
        with open(self._path(name), encoding="utf-8", newline="") as file:
            template = file.read()
        parsed = self._parse(template)          # wherever the file is from
        values = {field: total(logs) for field, total in TOTALS.items()}
        out = []
        for star, pieces in parsed:
            if not star:
                out.append(self._fill(pieces, values))
                continue
            for log in logs:
                values.update((field, get(log)) for field, get in LOG_FIELDS.items())
                out.append(self._fill(pieces, values))
        return "".join(out)

    def _path(self, name):
        if not re.fullmatch(r"[^\W_]+", name):
            raise ValueError("names are of letters and digits")
        return os.path.join(self.folder, name + ".txt")

    def _parse(self, template):
        """A list of (with star or not, pieces) for the lines; ValueError for any other field."""
        parsed = []
        for line in re.findall(r"[^\n]*\n|[^\n]+", template):
            star = line.startswith("* ")
            text = line[2:] if star else line
            if text not in self._lines:
                self._lines[text] = self._pieces(text, LOG_FIELDS if star else TOTALS)
            parsed.append((star, self._lines[text]))
        return parsed

    @staticmethod
    def _pieces(text, allowed):
        pieces = []
        for token in _TOKEN.findall(text):
            if token in ("{{", "}}"):
                pieces.append(token[0])
            elif token.startswith("{") and token.endswith("}"):
                field, colon, spec = token[1:-1].partition(":")
                if field not in allowed or "{" in spec:
                    raise ValueError(f"no such field here: {field}")
                pieces.append((field, colon, spec))
            else:
                pieces.append(token)
        return pieces

    @staticmethod
    def _fill(pieces, values):
        out = []
        for piece in pieces:
            if isinstance(piece, str):
                out.append(piece)
            else:
                field, colon, spec = piece
                value = values[field]
                out.append(format(value, spec) if colon and spec else str(value))
        return "".join(out)
