"""Imports, and first uses that take much longer than later ones: every run would pay for them again."""

import importlib
from collections.abc import Callable, Iterable

from jail import preload
from jail.templates import Templates
from solution_server.server import compiled

_TEMPLATE = "{% for x in names %}{% if x %}<p class='a'>{{ x|e }}{% else %}-{% endif %}{% endfor %}{% set y = 1 %}"


def load(profile: str) -> None:
    """Imports the modules of a profile. Probes come with their drivers, which run in the solution's process."""
    for name in preload.modules_for(profile):
        importlib.import_module(name)
    if profile != "bare":
        drivers = importlib.import_module("probes.drivers")
        for name in drivers.names():
            compiled(drivers.source(name))


def warm_up(packages: Iterable[str]) -> None:
    """Imports packages and uses them as solutions and checks commonly do.

    The names are those of `preload.worth_importing`. One that is missing or broken is left alone: a solution that needs
    it finds out for itself.
    """
    for package in packages:
        try:
            WARM_UPS[package]()
        except Exception:
            continue


def importing(*modules: str) -> Callable[[], object]:
    """For packages whose import is all that takes time."""
    return lambda: [importlib.import_module(module) for module in modules]


def use_flask() -> None:
    from flask import Flask, jsonify, redirect, render_template_string, request, session

    use_werkzeug()
    application = Flask("warming")
    application.secret_key = "warming"

    @application.post("/session")
    def fill() -> object:
        session["name"] = request.form.get("name", "")
        return redirect("/page")

    @application.get("/page")
    def page() -> str:
        return render_template_string(_TEMPLATE, names=[session.get("name"), None])

    @application.post("/json/<int:number>")
    def echo(number: int) -> object:
        return jsonify(number=number, given=request.get_json(), wanted=request.args.get("wanted"))

    templates = Templates()
    templates.knows(type(application.jinja_env), application.jinja_env)
    templates.use()
    client = application.test_client()
    client.post("/session", data={"name": "warming"})
    client.get("/page")
    client.post("/json/1?wanted=1", json=[1])
    client.get("/nowhere")


def use_jinja2() -> None:
    from jinja2 import Environment

    Templates().use()
    Environment(autoescape=True).from_string(_TEMPLATE).render(names=["warming"])


use_werkzeug = importing("werkzeug.security", "werkzeug.test", "werkzeug.utils")

#: By the name of the package in lower case.
WARM_UPS: dict[str, Callable[[], object]] = {
    "flask": use_flask,
    "itsdangerous": importing("itsdangerous"),
    "jinja2": use_jinja2,
    "pyjwt": importing("jwt"),
    "pyyaml": importing("yaml"),
    "requests": importing("requests"),
    "werkzeug": use_werkzeug,
}
