def _render(value):
    if isinstance(value, float) and (value != value or value in (float("inf"), float("-inf"))):
        return 'float("%s")' % value
    if isinstance(value, list):
        if not all(isinstance(v, str) for v in value):
            raise ValueError("lists hold strings")
        return "[%s]" % ", ".join(ascii(v) for v in value)
    if value is None or isinstance(value, (str, int, float)):
        return ascii(value)
    raise ValueError("no such value")


def _check_name(name):
    if not name.isidentifier() or not name.isupper() or not name[0].isalpha():
        raise ValueError("a name has capital letters, digits and underscores")


class Settings:
    def __init__(self, club):
        self.club = club
        self.entries = {}

    def put(self, name, value, note=""):
        _check_name(name)
        comment = " ".join(note.split())
        if not all(c.isprintable() for c in comment):
            raise ValueError("a note is one line of text")
        self.entries[name] = _render(value), comment

    def source(self):
        out = [ascii(self.club) + "\n"]
        for name, (value, comment) in self.entries.items():
            out.append("%s = %s%s\n" % (name, value, "  # " + comment if comment else ""))
        return "".join(out)
