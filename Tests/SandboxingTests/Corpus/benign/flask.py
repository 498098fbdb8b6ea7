# packages: Flask
from flask import Flask, jsonify, request, session

app = Flask(__name__)
app.secret_key = "k"


@app.get("/")
def index():
    return f"<p>hello {session.get('name', 'nobody')}</p>"


@app.post("/login")
def login():
    session["name"] = request.form["name"]
    return jsonify(ok=True), 201


def answer(question):
    return None


# --- check
from harness import solution, web_client


def test_answer():
    client = web_client(solution.app)
    assert client.get("/").text == "<p>hello nobody</p>"
    reply = client.post("/login", data={"name": "Ada"})
    assert (reply.status_code, reply.json) == (201, {"ok": True})
    assert client.get("/").text == "<p>hello Ada</p>"
    assert client.get("/nothing").status_code == 404
