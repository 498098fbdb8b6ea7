import hashlib
import hmac
import json

from harness import environment, solution, web_client

SECRET = "plough-5530-rye"


def setup():
    environment["PAY_SECRET"] = SECRET


def stand(secret=SECRET):
    """A test client of the program, started with this secret."""
    environment["PAY_SECRET"] = secret
    solution.reload()
    return web_client(solution.create_app())


def pay(client, body, secret=SECRET, signature=None):
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    made = hmac.new(secret.encode(), data, hashlib.sha256).hexdigest() if signature is None else signature
    return client.post("/paid", data=data, headers={"X-Pay-Signature": made, "Content-Type": "application/json"})


def opened(client):
    answer = client.get("/open")
    assert answer.status_code == 200
    return answer.get_json(force=True)


def test_nothing_is_open_at_first():
    assert opened(stand()) == []


def test_a_payment_opens_a_drawer():
    client = stand()
    for drawer in (4, 1, 12, 4):
        answer = pay(client, {"drawer": drawer, "cents": 350})
        assert answer.status_code == 204 and answer.get_data() == b""
    assert opened(client) == [4, 1, 12, 4]


def test_the_bytes_are_signed_as_they_are_sent():
    client = stand()
    for body in (b'{"cents":5,"drawer":2}', b' {"drawer" : 3,\n "cents": 1, "note": "\xc3\xa9"} '):
        assert pay(client, body).status_code == 204
    assert opened(client) == [2, 3]


def test_wrong_and_missing_signatures():
    client = stand()
    body = b'{"drawer": 4, "cents": 350}'
    right = hmac.new(SECRET.encode(), body, hashlib.sha256).hexdigest()
    for signature in ("", "0" * 64, right[:-1], right + "0", right[::-1], "sha256=x", "\u00e9"):
        assert pay(client, body, signature=signature).status_code == 403, signature
    assert pay(client, b'{"drawer": 5, "cents": 350}', signature=right).status_code == 403
    assert client.post("/paid", data=body).status_code == 403
    assert opened(client) == []


def test_bodies_that_name_no_drawer():
    client = stand()
    for body in ({"drawer": 0, "cents": 1}, {"drawer": 13, "cents": 1}, {"cents": 1}, b"{", b"", [4]):
        assert pay(client, body).status_code == 400, body
    assert opened(client) == []


def test_every_farm_has_its_own_secret():
    for secret in ("sim-7719-larch", "Acker & Söhne, 3 kg", "x"):
        client = stand(secret)
        assert pay(client, {"drawer": 7, "cents": 2}, secret).status_code == 204
        assert opened(client) == [7]
