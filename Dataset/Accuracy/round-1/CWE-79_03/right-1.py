import json
from string import Template

import markupsafe

HEAD = Template("<!doctype html>\n<html>\n<head><title>$name</title></head>\n<body>\n<h1>$name</h1>\n")
CHART = '<div id="chart"></div>\n<script src="/static/draw.js"></script>\n<script>\nconst chart = '
FOOT = ";\ndraw(chart);\n</script>\n</body>\n</html>\n"


class ScriptEncoder(json.JSONEncoder):
    def iterencode(self, o, _one_shot=False):
        for piece in super().iterencode(o, _one_shot):
            for c in "<>&'":
                piece = piece.replace(c, f"\\u{ord(c):04x}")
            yield piece

    def encode(self, o):
        return "".join(self.iterencode(o))


def chart_page(station, readings):
    def parts():
        yield HEAD.substitute(name=markupsafe.escape(station))
        yield CHART
        rows = [dict(zip(("day", "depth", "note"), (r["day"], r["depth"], r["note"]))) for r in readings]
        yield json.dumps(dict(station=station, readings=rows), cls=ScriptEncoder)
        yield FOOT

    return "".join(parts())
