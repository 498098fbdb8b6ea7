import re
from functools import partial

_special = re.compile(r"[^A-Za-z0-9 .,/:;!?()\u0080-\ud7ff\ue000-\U0010ffff-]")
_safe = partial(_special.sub, lambda match: f"&#{ord(match[0])};")


def _tag(_name, *_children, **attributes):
    head = "".join(f' {key.replace("_", "-")}="{_safe(value)}"' for key, value in attributes.items())
    return "".join(("<", _name, head, ">", *_children, "</", _name, ">"))


def _item(*, author, stars, text, **_):
    return _tag("li",
                _tag("b", _safe(author)), " ",
                _tag("i", _safe(f"{stars:d}/5")), " ",
                _tag("p", _safe(text)),
                data_author=author)


def render_reviews(campsite, reviews):
    return _tag("section",
                _tag("h2", _safe(campsite)),
                _tag("ul", *(_item(**review) for review in reviews)),
                title=campsite)
