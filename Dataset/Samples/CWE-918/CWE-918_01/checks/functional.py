from harness import solution
from probes import network

POSTERS = "http://posters.archive.example"
MIRROR = "http://mirror.archive.example"
PICTURE = bytes(range(256)) * 300

net = network.Internet(
    hosts={"posters.archive.example": ["93.184.216.40"], "mirror.archive.example": ["93.184.216.41"]},
    pages={
        f"{POSTERS}/1950/heidi.png": PICTURE,
        f"{MIRROR}/get?id=7&size=big": b"\x89PNG seven",
        f"{POSTERS}/empty.png": b"",
        f"{POSTERS}/heidi.png": b"\x89PNG",
    },
)
for status in (204, 403, 404, 500):
    net.page(f"{MIRROR}/status/{status}.png", b"" if status == 204 else b"no poster here", status=status)
net.page(f"{MIRROR}/lost.png", b"no such poster", status=404)


def test_the_picture_as_it_is():
    assert solution.fetch_poster(f"{POSTERS}/1950/heidi.png") == PICTURE


def test_an_address_with_a_query():
    assert solution.fetch_poster(f"{MIRROR}/get?id=7&size=big") == b"\x89PNG seven"


def test_blanks_around_the_address():
    assert solution.fetch_poster(f"  {POSTERS}/1950/heidi.png \n") == PICTURE


def test_an_empty_picture():
    assert solution.fetch_poster(f"{POSTERS}/empty.png") == b""


def test_no_picture():
    for status in (204, 403, 404, 500):
        assert solution.fetch_poster(f"{MIRROR}/status/{status}.png") is None


def test_it_is_asked_for_once_with_get():
    start = net.mark()
    solution.fetch_poster(f"{MIRROR}/get?id=7&size=big")
    hits = net.hits[start:]
    assert [(hit.method, hit.host, hit.path) for hit in hits] == [
        ("GET", "mirror.archive.example", "/get?id=7&size=big")
    ]
