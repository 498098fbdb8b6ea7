ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;", "`": "&#x60;"})


class Review:
    def __init__(self, data):
        self.author = data["author"].translate(ENTITIES)
        self.stars = data["stars"]
        self.text = data["text"].translate(ENTITIES)
        if not isinstance(self.stars, int):
            raise TypeError("stars must be an integer")

    def html(self):
        return "<li data-author='%s'><b>%s</b><i>%d/5</i><p>%s</p></li>" % (
            self.author, self.author, self.stars, self.text)


def render_reviews(campsite, reviews):
    name = campsite.translate(ENTITIES)
    body = "".join(Review(review).html() for review in reviews)
    return "<section title='%s'><h2>%s</h2><ul>%s</ul></section>" % (name, name, body)
