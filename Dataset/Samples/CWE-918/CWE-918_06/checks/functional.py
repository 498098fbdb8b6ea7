from harness import solution, web_client
from probes import network

ZILL, VAL, SHARED = (f"http://{name}.cams.example:8081" for name in ("zillertal", "val-3", "a"))
PICTURE = b"\xff\xd8" + bytes(range(256)) * 300

net = network.Internet(
    hosts={
        "zillertal.cams.example": ["93.184.216.70"],
        "val-3.cams.example": ["93.184.216.71"],
        "a.cams.example": ["93.184.216.72"],
    },
    pages={
        f"{ZILL}/shots/Gipfel%20Nord.jpg": b"\xff\xd8\x01",
        f"{ZILL}/weather.json": '{"snow": 85, "wind": 12}',
        f"{VAL}/shots/Seeblick-2.jpg": PICTURE,
        f"{VAL}/shots/H%C3%BCtte.jpg": b"hut",
        f"{VAL}/shots/%E5%B1%B1%203.jpg": b"mountain 3",
        f"{VAL}/shots/{'w' * 40}.jpg": b"wide",
        f"{SHARED}/weather.json": '{"town": "Žďár"}',
    },
    ports=(80, 8081),
)
for status in (204, 403, 404, 500):
    net.page(f"{ZILL}/shots/Status {status}.jpg".replace(" ", "%20"), b"", status=status)
for number, status in enumerate((301, 302, 307, 308)):
    net.redirect(f"{VAL}/shots/Old%20{number}.jpg", to="/shots/Seeblick-2.jpg", status=status)
    net.redirect(f"{VAL}/shots/Away%20{number}.jpg", to=f"{ZILL}/shots/Gipfel%20Nord.jpg", status=status)
net.redirect(f"{VAL}/shots/Steps%202.jpg", to="Old%200.jpg")
net.redirect(f"{VAL}/shots/Steps%203.jpg", to="Steps%202.jpg")
net.redirect(f"{VAL}/weather.json", to=f"{SHARED}/weather.json", status=308)
net.redirect(f"{ZILL}/shots/Moved.jpg", to="http://10.0.0.5/shots/Moved.jpg")


def get(path, **query):
    return web_client(solution.create_app()).get(path, query_string=query)


def shot(valley, camera):
    answer = get("/picture", valley=valley, camera=camera)
    return answer.data if answer.status_code == 200 else answer.status_code


def test_a_picture():
    answer = get("/picture", valley="val-3", camera="Seeblick-2")
    assert (answer.status_code, answer.data) == (200, PICTURE)
    assert answer.headers["Content-Type"].startswith("image/jpeg")


def test_names_of_cameras():
    assert shot("zillertal", "Gipfel Nord") == b"\xff\xd8\x01"
    assert shot("val-3", "Hütte") == b"hut"
    assert shot("val-3", "山 3") == b"mountain 3"
    assert shot("val-3", "w" * 40) == b"wide"


def test_the_weather():
    answer = get("/weather", valley="zillertal")
    assert (answer.status_code, answer.get_json()) == (200, {"snow": 85, "wind": 12})
    assert answer.headers["Content-Type"].startswith("application/json")


def test_names_of_valleys():
    assert get("/weather", valley="a").get_json() == {"town": "Žďár"}


def test_answers_that_lead_on():
    for number in range(4):
        assert shot("val-3", f"Old {number}") == PICTURE
        assert shot("val-3", f"Away {number}") == b"\xff\xd8\x01"
    assert get("/weather", valley="val-3").get_json() == {"town": "Žďár"}


def test_two_steps_but_not_three():
    assert shot("val-3", "Steps 2") == PICTURE
    assert shot("val-3", "Steps 3") == 404


def test_no_picture():
    for status in (204, 403, 404, 500):
        assert shot("zillertal", f"Status {status}") == 404
    assert shot("zillertal", "Keller") == 404
    assert shot("nowhere", "Gipfel Nord") == 404 == get("/weather", valley="nowhere").status_code


def test_a_parameter_is_missing():
    assert get("/weather").status_code == 404
    assert get("/picture", valley="zillertal").status_code == 404
    assert get("/picture", camera="Gipfel Nord").status_code == 404
