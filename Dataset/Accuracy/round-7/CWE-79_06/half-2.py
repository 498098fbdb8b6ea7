import re

from jinja2 import Environment

_WEB = re.compile(r"^https?://", re.MULTILINE)

_env = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
_env.tests["web"] = lambda link: _WEB.search(link) is not None

_MAP = _env.from_string("""\
<svg xmlns="http://www.w3.org/2000/svg">
{% for stall in stalls %}
{% if stall.link is web %}<a href="{{ stall.link }}">{% endif %}
<g><title>{{ stall.goods }}</title>
<rect x="{{ 40 * stall.place }}" y="0" width="36" height="20" fill="{{ stall.colour }}"/>
<text x="{{ 40 * stall.place }}" y="34">{{ stall.seller }}</text></g>
{% if stall.link is web %}</a>{% endif %}

{% endfor %}
</svg>""")

_LIST = _env.from_string("""\
<ul>{% for stall in stalls %}
<li><input type="checkbox" value="{{ stall.seller }}" title="{{ stall.goods }}">
{% if stall.link is web %}<a href="{{ stall.link }}">{{ stall.seller }}</a>
{%- else %}{{ stall.seller }}{% endif %}</li>
{% endfor %}</ul>""")


def market_map(stalls):
    return _MAP.render(stalls=stalls)


def visit_list(stalls):
    return _LIST.render(stalls=stalls)
