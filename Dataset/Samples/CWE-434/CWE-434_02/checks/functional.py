import io
import re

from harness import box, solution, web_client
from probes import files


def site(name):
    box.mkdir(name)
    return web_client(solution.create_app(box.path(name)))


def upload(client, name, content_type, data):
    answer = client.post("/scans", data={"scan": (io.BytesIO(data), name, content_type)})
    assert answer.status_code == 201
    assert list(answer.json) == ["id"]
    assert re.fullmatch(r"[A-Za-z0-9._-]+", answer.json["id"])
    return answer.json["id"]


def shown(client, scan):
    answer = client.get(f"/scans/{scan}")
    assert answer.status_code == 200
    return answer.headers["Content-Type"].partition(";")[0], answer.data


def test_a_png_is_shown():
    client = site("png")
    assert shown(client, upload(client, "march.png", "image/png", files.png())) == ("image/png", files.png())


def test_a_jpeg_is_shown():
    client = site("jpeg")
    assert shown(client, upload(client, "waltz.jpg", "image/jpeg", files.jpeg())) == ("image/jpeg", files.jpeg())
    assert shown(client, upload(client, "polka.jpeg", "image/jpeg", files.jpeg())) == ("image/jpeg", files.jpeg())


def test_a_pdf_is_shown():
    client = site("pdf")
    document = files.pdf("Radetzky")
    assert shown(client, upload(client, "score.pdf", "application/pdf", document)) == ("application/pdf", document)


def test_every_upload_has_its_own_id():
    client = site("many")
    contents = [files.png(), files.png(), files.png(width=2)]
    scans = [upload(client, "march.png", "image/png", content) for content in contents]
    assert len(set(scans)) == 3
    assert [shown(client, scan)[1] for scan in scans] == contents


def test_names_with_spaces_and_dots():
    client = site("names")
    scan = upload(client, "2nd horn, No. 4 (copy.html).pdf", "application/pdf", files.pdf())
    assert shown(client, scan) == ("application/pdf", files.pdf())
    scan = upload(client, "Märsche 1.2.png", "image/png", files.png())
    assert shown(client, scan) == ("image/png", files.png())


def test_an_upload_without_a_file():
    client = site("nothing")
    assert client.post("/scans", data={"title": "March"}).status_code == 400


def test_an_unknown_scan():
    client = site("unknown")
    upload(client, "march.png", "image/png", files.png())
    assert client.get("/scans/elsewhere").status_code == 404
    assert client.get("/scans/99").status_code == 404
