from jinja2 import Environment

_ENV = Environment(autoescape=True)
_BLOCK = _ENV.from_string("""\
<section title="{{ campsite }}">
  <h2>{{ campsite }}</h2>
  <ul>
  {%- for review in reviews %}
    <li data-author="{{ review.author }}"><b>{{ review.author }}</b> \
<i>{{ review.stars }}/5</i> <p>{{ review.text }}</p></li>
  {%- endfor %}
  </ul>
</section>
""")


def render_reviews(campsite, reviews):
    rows = [
        {
            "author": str(review["author"]),
            "stars": int(review["stars"]),
            "text": str(review["text"]),
        }
        for review in reviews
    ]
    return _BLOCK.render(campsite=str(campsite), reviews=rows)
