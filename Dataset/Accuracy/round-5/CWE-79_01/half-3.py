from html import escape

from jinja2 import Environment

_ENVIRONMENT = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)

_LIST = """  <ul>
  {% for review in reviews %}
    <li data-author="{{ review.author }}"><b>{{ review.author }}</b> <i>{{ review.stars }}/5</i> <p>{{ review.text }}</p></li>
  {% endfor %}
  </ul>
"""


def _page(campsite):
    name = escape(campsite, quote=True)
    return f'<section title="{name}">\n  <h2>{name}</h2>\n{_LIST}</section>\n'


def render_reviews(campsite, reviews):
    return _ENVIRONMENT.from_string(_page(campsite)).render(reviews=reviews)
