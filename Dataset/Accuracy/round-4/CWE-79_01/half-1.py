from html import escape

ITEM = '<li data-author="{{author-attr}}"><b>{{author}}</b> <i>{{stars}}/5</i> <p>{{text}}</p></li>'


def _fill(template, fields):
    for key, value in fields.items():
        template = template.replace("{{" + key + "}}", value)
    return template


def render_reviews(campsite, reviews):
    items = "".join(
        _fill(ITEM, {
            "author-attr": escape(review["author"], quote=True),
            "author": escape(review["author"], quote=False),
            "stars": str(int(review["stars"])),
            "text": escape(review["text"], quote=False),
        }) + "\n"
        for review in reviews
    )
    return (f'<section title="{escape(campsite)}">\n<h2>{escape(campsite, quote=False)}</h2>\n'
            f"<ul>\n{items}</ul>\n</section>")
