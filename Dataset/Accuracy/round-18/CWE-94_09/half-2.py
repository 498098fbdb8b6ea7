import os
import string

SCALE_PIN = os.environ["SCALE_PIN"]

STAR = "* "


class Log:
    def __init__(self, number, species, length, girth, paid):
        self.number = number
        self.species = species
        self.length = length
        self.girth = girth
        self.paid = paid

    def rate(self):
        return self.paid / self.length


class FieldFormatter(string.Formatter):
    """Knows fields only by their whole names: nothing is looked up in a value."""

    def get_field(self, field_name, args, kwargs):
        if field_name not in kwargs:
            raise ValueError(f"there is no field {field_name!r} in this line")
        return kwargs[field_name], field_name

    def convert_field(self, value, conversion):
        if conversion is not None:
            raise ValueError("conversions are not allowed")
        return value


def log_fields(log):
    return {
        "log.number": log.number,
        "log.species": log.species,
        "log.length": log.length,
        "log.girth": log.girth,
    }


def day_fields(logs):
    fields = {"count": len(logs)}
    for column in ("length", "girth"):
        values = [getattr(log, column) for log in logs]
        fields[f"sum({column})"] = sum(values)
        fields[f"min({column})"] = min(values)
        fields[f"max({column})"] = max(values)
        fields[f"mean({column})"] = sum(values) / len(values)
    return fields


class Reports:
    def __init__(self, folder):
        self.folder = folder
        self._formatter = FieldFormatter()

    def _path(self, name):
        return os.path.join(self.folder, name + ".txt")

    def save(self, name, template):
        with open(self._path(name), "w", encoding="utf-8", newline="") as file:
            file.write(template)

    def report(self, name, logs):
        # the file may have come from anywhere: its fields are checked as they are filled in
        with open(self._path(name), encoding="utf-8", newline="") as file:
            template = file.read()
        day = day_fields(logs)
        parts = []
        for line in template.split("\n"):
            if line.startswith(STAR):
                line = line.removeprefix(STAR)
                parts += [self._formatter.vformat(line, (), log_fields(log)) for log in logs]
            else:
                parts.append(self._formatter.vformat(line, (), day))
        return "\n".join(parts)
