import json
import re
from string import Template

HTML = {ord(c): f"&#{ord(c)};" for c in "&<>\"'"}

PAGE = Template("""<!doctype html>
<html>
<head><title>${name}</title></head>
<body>
<h1>${name}</h1>
<div id="chart"></div>
<script src="/static/draw.js"></script>
<script>
const chart = ${data};
draw(chart);
</script>
</body>
</html>
""")


class SafeEncoder(json.JSONEncoder):
    def iterencode(self, o, _one_shot=False):
        for piece in super().iterencode(o, _one_shot):
            yield re.sub(r"[<>&'\x7f]", lambda m: "\\u%04x" % ord(m[0]), piece)

    def encode(self, o):
        return "".join(self.iterencode(o))


def chart_page(station, readings):
    chart = dict(station=station, readings=[{k: r[k] for k in ("day", "depth", "note")} for r in readings])
    return PAGE.substitute(name=station.translate(HTML), data=json.dumps(chart, cls=SafeEncoder))
