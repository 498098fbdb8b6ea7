from html import escape

BLOCK = """<section title="{title}">
  <h2>{heading}</h2>
  <ul>
{items}  </ul>
</section>
"""

ITEM = """    <li data-author="{name}"><b>{author}</b> <i>{stars}/5</i> <p>{text}</p></li>
"""


def _fill(template, values):
    for key, value in values.items():
        template = template.replace("{" + key + "}", value)
    return template


def _item(review):
    return _fill(ITEM, {
        "name": escape(review["author"], quote=True),
        "author": escape(review["author"], quote=False),
        "stars": str(int(review["stars"])),
        "text": escape(review["text"], quote=False),
    })


def render_reviews(campsite, reviews):
    head, tail = BLOCK.split("{items}")
    head = _fill(head, {
        "title": escape(campsite, quote=True),
        "heading": escape(campsite, quote=False),
    })
    return head + "".join(map(_item, reviews)) + tail
