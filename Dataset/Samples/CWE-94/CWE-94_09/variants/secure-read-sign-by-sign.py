import os
from statistics import mean

SCALE_PIN = os.environ["SCALE_PIN"]


class Log:
    def __init__(self, number, species, length, girth, paid):
        self.number, self.species, self.length, self.girth, self.paid = number, species, length, girth, paid

    def rate(self):
        return self.paid / self.length


def parts(line):
    """Texts (as they are) and fields (name, format) of a line, one after the other."""
    place = 0
    while place < len(line):
        sign = line[place]
        if sign not in "{}":
            yield sign
            place += 1
        elif line[place : place + 2] == sign * 2:
            yield sign
            place += 2
        else:
            end = line.find("}", place)
            if sign == "}" or end < 0 or "{" in line[place + 1 : end]:
                raise ValueError(f"a brace too many: {line}")
            name, _, form = line[place + 1 : end].partition(":")
            yield name, form
            place = end + 1


class Reports:
    def __init__(self, folder):
        self.folder = folder

    def save(self, name, template):
        for line in template.split("\n"):
            list(parts(line))
        with open(os.path.join(self.folder, name + ".txt"), "w", encoding="utf-8", newline="") as file:
            file.write(template)

    def report(self, name, logs):
        with open(os.path.join(self.folder, name + ".txt"), encoding="utf-8", newline="") as file:
            lines = file.read().split("\n")
        written = []
        for line in lines[:-1]:
            if line[:2] == "* ":
                written += [self.line(line[2:], self.row(log)) for log in logs]
            else:
                written.append(self.line(line, self.totals(logs)))
        return "".join(line + "\n" for line in written)

    def row(self, log):
        return {"log.number": log.number, "log.species": log.species, "log.length": log.length, "log.girth": log.girth}

    def totals(self, logs):
        lengths, girths = [log.length for log in logs], [log.girth for log in logs]
        return {
            "count": len(logs),
            **{"sum(length)": sum(lengths), "min(length)": min(lengths), "max(length)": max(lengths), "mean(length)": mean(lengths)},
            **{"sum(girth)": sum(girths), "min(girth)": min(girths), "max(girth)": max(girths), "mean(girth)": mean(girths)},
        }

    def line(self, line, values):
        text = ""
        for part in parts(line):
            if isinstance(part, str):
                text += part
            elif part[0] in values:
                text += format(values[part[0]], part[1])
            else:
                raise ValueError(f"unknown field {part[0]}")
        return text
