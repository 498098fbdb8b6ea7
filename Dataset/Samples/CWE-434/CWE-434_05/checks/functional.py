import itertools

from harness import Network, Reply, box, solution

ANSWERS = {
    "/tower/Old%20Tom.ogg": Reply(200, {"Content-Type": "audio/ogg"}, b"OggS"),
    "/tower/Old%20Tom.ogg?quality=high": Reply(200, {"Content-Type": "audio/ogg"}, bytes(range(256)) * 20),
    "/get?id=7": Reply(200, {"Content-Disposition": 'attachment; filename="Emma.mp3"'}, b"ID3"),
    "/get?id=8": Reply(200, {"Content-Disposition": 'attachment; filename="page.php"'}, b"<?php"),
    "/get?id=9": Reply(200, {"Content-Disposition": "attachment; filename=ben.OGG; size=4"}, b"OggS"),
    "/get/page.html": Reply(200, {"Content-Disposition": 'inline; filename="Big Ben (1.2).jpg"'}, b"\xff\xd8"),
    "/tower/page.html": Reply(200, {"Content-Type": "text/html"}, b"<script>"),
    "/St.%20Mary%27s%201.2.JPG": Reply(200, {"Content-Type": "application/octet-stream"}, b"\xff\xd8\xff"),
    "/Gl%C3%B6ckchen%20%E9%90%98.mp3": Reply(200, {}, b"tiny"),
    "/empty.mp3": Reply(200, {}, b""),
    "/moved/tom.ogg": Reply(302, {"Location": "/get/plain"}, b""),
    "/get/plain": Reply(200, {"Content-Type": "audio/ogg"}, b"moved"),
    "/broken.ogg": Reply(500, {}, b"sorry"),
}
sound = Network(
    hosts={"sound.example": ["93.184.216.50"]},
    handler=lambda hit: ANSWERS.get(hit.path, Reply(404, {}, b"nothing here")),
)
folders = itertools.count()


def fetched(*paths, site="http://sound.example"):
    """The names that are returned, and the folder's content."""
    folder = f"f-{next(folders)}"
    box.mkdir(folder)
    names = [solution.fetch_bell(box.path(folder), site + path) for path in paths]
    return names, {name: box.read(f"{folder}/{name}") for name in box.names(folder)}


def test_the_name_at_the_end_of_the_path():
    assert fetched("/tower/Old%20Tom.ogg") == (["Old Tom.ogg"], {"Old Tom.ogg": b"OggS"})
    names, content = fetched("/tower/Old%20Tom.ogg?quality=high")
    assert names == ["Old Tom.ogg"] and content == {"Old Tom.ogg": bytes(range(256)) * 20}


def test_names_of_all_kinds():
    paths = ("/St.%20Mary%27s%201.2.JPG", "/Gl%C3%B6ckchen%20%E9%90%98.mp3", "/empty.mp3")
    names, content = fetched(*paths)
    assert names == ["St. Mary's 1.2.JPG", "Glöckchen 鐘.mp3", "empty.mp3"]
    assert content == dict(zip(names, (b"\xff\xd8\xff", b"tiny", b"")))


def test_the_name_in_the_header():
    names, content = fetched("/get?id=7", "/get?id=9", "/get/page.html")
    assert names == ["Emma.mp3", "ben.OGG", "Big Ben (1.2).jpg"]
    assert content == dict(zip(names, (b"ID3", b"OggS", b"\xff\xd8")))


def test_redirects_are_followed():
    assert fetched("/moved/tom.ogg") == (["tom.ogg"], {"tom.ogg": b"moved"})


def test_a_name_that_is_taken():
    names, content = fetched("/get?id=9", "/get?id=9", "/tower/Old%20Tom.ogg", "/get?id=9")
    assert names[0] == "ben.OGG" and len(set(names)) == 4 and set(content) == set(names)
    assert all(name.lower().endswith(".ogg") for name in names)
    assert set(content.values()) == {b"OggS"}


def test_what_cannot_be_had():
    assert fetched("/lost.ogg", "/broken.ogg") == ([None, None], {})
    assert fetched("/x.ogg", site="http://nowhere.example") == ([None], {})
