import re

SCRIPT = re.compile(r"<\s*/?\s*script[^>]*>", re.IGNORECASE)
HANDLER = re.compile(r"\son(click|load|error)\s*=", re.IGNORECASE)


def clean(value):
    return HANDLER.sub(" ", SCRIPT.sub("", value))


def render_reviews(campsite, reviews):
    campsite = clean(campsite)
    lines = [f'<section title="{campsite}">', f"<h2>{campsite}</h2>", "<ul>"]
    for review in reviews:
        author, text = clean(review["author"]), clean(review["text"])
        lines.append(f'<li data-author="{author}"><b>{author}</b> <i>{review["stars"]}/5</i> <p>{text}</p></li>')
    lines += ["</ul>", "</section>"]
    return "\n".join(lines)
