import unittest
from typing import Any

import fakes
import flask
from werkzeug.test import Client

from probes import browser

fakes.harness.web_client = Client

PAGE = """<form action="/transfer" method="post"><input type=hidden name=token value="{token}">
<input name=to><select name=kind><option value=a>A<option value=b selected>B</select><textarea name=why>
for</textarea><input type=checkbox name=fast><button name=go value=1>Send</button></form>
<ul><li>Ada <a href="/show?id=1">Open</a><li>Bob <a href="/show?id=2">Open</a></ul>"""


def bank(defence: str = "", same_site: str | None = None, **cookie: Any) -> flask.Flask:
    """A site where money is moved at /transfer; `defence` names what guards it."""
    app = flask.Flask("bank")
    app.moved = []

    def set_session(answer: flask.Response) -> flask.Response:
        answer.set_cookie("session", "ada", samesite=same_site, **cookie)
        return answer

    @app.post("/login")
    def login() -> flask.Response:
        return set_session(flask.redirect("/account"))

    @app.get("/account")
    def account() -> str:
        return PAGE.format(token="t-4711")

    @app.get("/show")
    def show() -> str:
        return f"<p>item {flask.request.args['id']}</p>"

    def allowed() -> bool:
        request = flask.request
        if request.cookies.get("session") != "ada":
            return False
        if defence == "token":
            return request.form.get("token") == "t-4711"
        if defence == "origin":
            return request.headers.get("Origin") == "https://shop.example"
        if defence == "referer":
            return request.headers.get("Referer", "https://shop.example").startswith("https://shop.example")
        if defence == "origin, if any":
            return request.headers.get("Origin") in (None, "null", "https://shop.example")
        if defence == "fetch":
            return request.headers.get("Sec-Fetch-Site", "none") in ("same-origin", "none")
        if defence == "json":
            return request.is_json
        if defence == "custom header":
            return request.headers.get("X-Requested-With") == "fetch"
        return True

    @app.route("/transfer", methods=["GET", "POST"] if defence == "get" else ["POST"])
    def transfer() -> Any:
        if not allowed():
            return "no", 403
        app.moved.append(
            flask.request.values.get("to") or (flask.request.get_json(force=True, silent=True) or {}).get("to")
        )
        return flask.redirect("/account", 303)

    return app


def attacked(app: flask.Flask, origin: str = "https://evil.example") -> set[str]:
    ada = browser.Browser(app)
    ada.post("/login")
    moved = set()
    for name, send in ada.on(origin).attacks("/transfer", {"to": "eve"}).items():
        app.moved.clear()
        send()
        if "eve" in app.moved:
            moved.add(name)
    return moved


class SameSite(fakes.ProbeTest):
    def test_the_sites_own_form_is_sent_with_hidden_fields_and_cookies(self) -> None:
        for defence in ("", "token", "origin", "referer", "fetch"):
            for same_site in (None, "Lax", "Strict"):
                app = bank(defence, same_site)
                ada = browser.Browser(app)
                visit = ada.post("/login")
                self.assertEqual((visit.status, visit.url), (200, "https://shop.example/account"))
                form = visit.form(action="/transfer")
                self.assertEqual(form.fields, {"token": "t-4711", "to": "", "kind": "b", "why": "for"})
                self.assertEqual(form.submit(to="bob").status, 200)
                self.assertEqual(app.moved, ["bob"], (defence, same_site))

    def test_a_field_that_is_not_there_is_an_error(self) -> None:
        ada = browser.Browser(bank())
        with self.assertRaises(LookupError):
            ada.get("/account").form().submit(amount=1)

    def test_links_and_buttons_are_clicked_by_their_text(self) -> None:
        app = bank()
        ada = browser.Browser(app)
        visit = ada.post("/login")
        self.assertEqual(visit.click("Open", near="Bob").text, "<p>item 2</p>")
        self.assertEqual(visit.click("open", index=0).text, "<p>item 1</p>")
        self.assertIn(("Send", "form", "https://shop.example/transfer", "POST"), visit.clickables)
        visit.click("Send")
        self.assertEqual(len(app.moved), 1)
        with self.assertRaises(LookupError):
            visit.click("Buy")

    def test_files_are_uploaded(self) -> None:
        app = flask.Flask("files")

        @app.post("/up")
        def up() -> dict[str, Any]:
            file = flask.request.files["photo"]
            return {
                "name": file.filename,
                "size": len(file.read()),
                "type": file.mimetype,
                "to": flask.request.form["to"],
            }

        ada = browser.Browser(app)
        visit = ada.post("/up", {"to": "é"}, files={"photo": ('a".png', b"12345", "image/png")})
        self.assertEqual(visit.json, {"name": 'a".png', "size": 5, "type": "image/png", "to": "é"})

    def test_a_script_of_the_site_may_send_what_it_likes(self) -> None:
        for defence in ("json", "custom header", "origin"):
            app = bank(defence)
            ada = browser.Browser(app)
            ada.post("/login")
            ada.fetch("/transfer", "POST", json={"to": "bob"}, headers={"X-Requested-With": "fetch"})
            self.assertEqual(app.moved, ["bob"], defence)


class CrossSite(fakes.ProbeTest):
    def test_a_site_without_defence_is_attacked_by_forms_and_scripts(self) -> None:
        moved = attacked(bank())
        self.assertLessEqual({"form", "form that hides its origin", "multipart form", "script, form body"}, moved)
        self.assertFalse({"link", "image", "script, JSON body", "script, PUT"} & moved)

    def test_defences_hold(self) -> None:
        for defence in ("token", "origin", "fetch", "custom header"):
            self.assertEqual(attacked(bank(defence)), set(), defence)
        for same_site in ("Lax", "Strict"):
            self.assertEqual(attacked(bank(same_site=same_site)), set(), same_site)

    def test_half_defences_do_not(self) -> None:
        for defence in ("referer", "origin, if any"):
            self.assertIn("form that hides its origin", attacked(bank(defence)), defence)
            self.assertNotIn("form", attacked(bank(defence)), defence)
        self.assertIn("script, JSON as plain text", attacked(bank("origin, if any"), "null"))
        self.assertIn("plain-text form that is JSON", attacked(bank("referer"), "null"))
        self.assertEqual(attacked(bank("get", same_site="Lax")), {"link"})
        self.assertLessEqual({"image", "script, HEAD"}, attacked(bank("get")))
        self.assertIn("form", attacked(bank(same_site="None", secure=True)))
        self.assertEqual(attacked(bank("get", same_site="Strict")), set())

    def test_a_page_of_another_site_uploads_files_of_its_own(self) -> None:
        app = flask.Flask("uploads")
        kept = []

        @app.post("/up")
        def up() -> str:
            file, to = flask.request.files.get("photo"), flask.request.values.get("to")
            kept.append(file and (file.filename, file.read(), to))
            return "kept"

        evil, photo = browser.Browser(app).on("https://evil.example"), {"photo": ("a.png", b"12345", "image/png")}
        for name, send in evil.attacks("/up", {"to": "eve"}, files=photo).items():
            kept.clear()
            send()
            brings = "multipart" in name or name.startswith("form")
            self.assertEqual(kept == [("a.png", b"12345", "eve")], brings, name)

    def test_json_that_is_read_from_any_type_is_attacked(self) -> None:
        moved = attacked(bank())
        self.assertLessEqual({"plain-text form that is JSON", "script, JSON as plain text"}, moved)
        self.assertEqual(attacked(bank("json")), set())

    def test_a_page_of_the_same_site_gets_cookies_but_another_origin(self) -> None:
        self.assertIn("form", attacked(bank(same_site="Strict"), "https://blog.shop.example"))
        self.assertEqual(attacked(bank("origin", same_site="Strict"), "https://blog.shop.example"), set())

    def test_a_preflight_that_says_yes_lets_json_through(self) -> None:
        for origin, credentials, through in (
            ("https://evil.example", "true", True),
            ("*", "true", False),
            ("https://evil.example", "", False),
        ):
            app = bank("json")

            @app.after_request
            def allow(answer: flask.Response) -> flask.Response:
                answer.headers["Access-Control-Allow-Origin"] = origin
                answer.headers["Access-Control-Allow-Credentials"] = credentials
                answer.headers["Access-Control-Allow-Headers"] = "Content-Type"
                return answer

            self.assertEqual("script, JSON body" in attacked(app), through, (origin, credentials))

    def test_a_blocked_request_says_why_and_an_unreadable_answer_is_marked(self) -> None:
        ada = browser.Browser(bank())
        ada.post("/login")
        blocked = ada.on("https://evil.example").fetch("/transfer", "POST", json={})
        self.assertFalse(blocked.sent or blocked.readable)
        self.assertTrue(blocked.blocked)
        seen = ada.on("https://evil.example").fetch("/account")
        self.assertTrue(seen.sent)
        self.assertFalse(seen.readable)
        self.assertTrue(ada.fetch("/account").readable)


class Cookies(fakes.ProbeTest):
    def jar(self, *headers: str) -> browser.Browser:
        app = flask.Flask("cookies")

        @app.get("/set/here")
        def set_them() -> flask.Response:
            answer = flask.Response("set")
            for header in headers:
                answer.headers.add("Set-Cookie", header)
            return answer

        @app.get("/<path:_>")
        def say(_: str) -> str:
            return flask.request.headers.get("Cookie", "")

        ada = browser.Browser(app)
        ada.get("/set/here")
        return ada

    def test_paths_prefixes_domains_and_ends_are_kept_to(self) -> None:
        ada = self.jar(
            "a=1; Path=/",
            "b=2; Path=/x",
            "c=3",
            "d=4; Path=/; Max-Age=0",
            "e=5; Domain=evil.example",
            "__Host-f=6; Path=/",
            "__Host-g=7; Path=/; Secure; HttpOnly; SameSite=Lax",
            "h=8; Path=/; Domain=.shop.example",
            "i=9; Path=/; Expires=Thu, 01 Jan 1970 00:00:00 GMT",
        )
        self.assertEqual(ada.get("/y").text, "a=1; __Host-g=7; h=8")
        self.assertEqual(ada.get("/x/z").text, "b=2; a=1; __Host-g=7; h=8")
        self.assertEqual(ada.get("/set/more").text, "c=3; a=1; __Host-g=7; h=8")
        cookie = ada.cookie("__Host-g")
        self.assertTrue(cookie.secure and cookie.http_only and cookie.same_site == "lax")

    def test_what_another_site_fetches_sets_only_cookies_for_all_sites(self) -> None:
        for attribute, image_sets in (("", True), ("; SameSite=None; Secure", True), ("; SameSite=Lax", False)):
            for way, sets in (("image", image_sets), ("link", True)):
                with self.subTest(attribute=attribute, way=way):
                    ada = self.jar(f"a=1; Path=/{attribute}")
                    ada.forget_cookies()
                    getattr(ada.on("https://evil.example"), way)("/set/here")
                    self.assertEqual(ada.get("/y").text, "a=1" if sets else "")

    def test_a_page_of_a_neighbour_sets_cookies_for_both(self) -> None:
        ada = self.jar("a=1; Path=/", "__Host-b=2; Path=/; Secure")
        eve = ada.on("https://eve.shop.example")
        eve.plant("own", "0")
        eve.plant("a", "3", domain="shop.example")
        eve.plant("a", "4", path="/x", domain="shop.example")
        eve.plant("__Host-b", "5", domain="shop.example")
        ada.on("https://evil.example").plant("a", "6", domain="shop.example")
        self.assertEqual(ada.get("/y").text, "a=1; __Host-b=2; a=3")
        self.assertEqual(ada.get("/x").text, "a=4; a=1; __Host-b=2; a=3")

    def test_a_cookie_can_be_changed_and_forgotten(self) -> None:
        ada = self.jar("role=user; Path=/")
        ada.set_cookie("role", "admin")
        self.assertEqual(ada.get("/y").text, "role=admin")
        ada.forget_cookies()
        self.assertEqual(ada.get("/y").text, "")


if __name__ == "__main__":
    unittest.main()
