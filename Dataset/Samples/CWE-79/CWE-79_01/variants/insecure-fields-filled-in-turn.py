from html import escape

BLOCK = """<section title="%CAMPSITE%">
  <h2>%CAMPSITE%</h2>
  <ul>
%REVIEWS%  </ul>
</section>
"""

REVIEW = """    <li data-author="%AUTHOR%"><b>%AUTHOR%</b> <i>%STARS%/5</i> <p>%TEXT%</p></li>
"""


def _fill(template, values):
    for key, value in values.items():
        template = template.replace(f"%{key}%", value)
    return template


def render_reviews(campsite, reviews):
    items = []
    for review in reviews:
        items.append(_fill(REVIEW, {
            # stands in an attribute too, so the quotes are escaped as well
            "AUTHOR": escape(review["author"], quote=True),
            "STARS": str(int(review["stars"])),
            # plain content of an element: guests like their quotes readable
            "TEXT": escape(review["text"], quote=False),
        }))
    return _fill(BLOCK, {
        "CAMPSITE": escape(campsite, quote=True),
        "REVIEWS": "".join(items),
    })
