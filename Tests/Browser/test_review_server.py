"""Raters judge on served pages, an adjudicator settles where they differ, in real browsers; attackers and kills lose them nothing."""

import contextlib
import http.client
import json
import os
import random
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import unittest
from collections.abc import Iterator
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Response, expect, sync_playwright
from review_fixture import SECRETS, make_review
from test_pages import CHROMIUM, PROGRAM, ROOT, RULES, secucogen

#: Moments at which the server is killed.
KILLS = int(os.environ.get("SECUCOGEN_KILLS", "12"))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Server:
    """`secucogen review serve` with its links."""

    def __init__(self, review: Path, *options: str, port: int = 0) -> None:
        self.port = port or free_port()
        self.process = subprocess.Popen(
            [PROGRAM, "review", "serve", str(review), "--port", str(self.port), *options],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        assert self.process.stderr is not None and self.process.stdout is not None
        self.said = self.process.stderr.readline()
        assert "is served" in self.said, self.said + self.process.stderr.read()
        # The links were printed before.
        os.set_blocking(self.process.stdout.fileno(), False)
        printed = b""
        with contextlib.suppress(BlockingIOError):
            printed = os.read(self.process.stdout.fileno(), 65536)
        self.links = {}
        for line in printed.decode().splitlines():
            person, _, link = line.partition(": ")
            self.links[person] = link

    def end(self, how: int = signal.SIGINT) -> None:
        self.process.send_signal(how)
        self.process.wait(30)
        for stream in (self.process.stdout, self.process.stderr):
            assert stream is not None
            stream.close()

    def token(self, person: str) -> str:
        return self.links[person].partition("#")[2]


class Client:
    """Speaks to the server as a rater's browser does."""

    def __init__(self, port: int, token: str) -> None:
        self.port, self.token = port, token
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)

    def ask(self, path: str, body: object = None) -> tuple[int, bytes]:
        headers = {"Cookie": f"rater={self.token}"}
        if body is not None:
            headers |= {"Content-Type": "application/json", "Origin": f"http://127.0.0.1:{self.port}"}
        self.connection.request(
            "GET" if body is None else "POST", path, body=None if body is None else json.dumps(body), headers=headers
        )
        reply = self.connection.getresponse()
        return reply.status, reply.read()


class ReviewServerTest(unittest.TestCase):
    folder: Path
    browser: Browser

    @classmethod
    def setUpClass(cls) -> None:
        cls.folder = Path(tempfile.mkdtemp(prefix="secucogen-serve-"))
        cls.blank = make_review(cls.folder)
        cls.playwright = sync_playwright().start()
        cls.browser = cls.playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])

    @classmethod
    def tearDownClass(cls) -> None:
        cls.browser.close()
        cls.playwright.stop()
        shutil.rmtree(cls.folder)

    def setUp(self) -> None:
        self.review = self.folder / f"{self.id().rpartition('.')[2]}.review"
        shutil.copy(self.blank, self.review)

    @contextlib.contextmanager
    def served(self, *options: str) -> Iterator[Server]:
        server = Server(self.review, *options)
        try:
            yield server
        finally:
            server.end()

    @contextlib.contextmanager
    def person(self, server: Server, name: str, **options: object) -> Iterator[BrowserContext]:
        """A browser of somebody's own, signed in by their link; complains of what no page may do."""
        context = self.browser.new_context(**options)
        said: list[str] = []
        context.on("console", lambda message: said.append(message.text))
        context.on("weberror", lambda error: said.append(str(error.error)))
        asked: list[str] = []
        context.on("request", lambda request: asked.append(request.url))
        page = context.new_page()
        page.goto(server.links[name])
        page.wait_for_url(re.compile("/(rate|settle)/$"))
        page.close()
        yield context
        context.close()
        self.assertEqual(said, [], "on the console")
        self.assertEqual([url for url in asked if not url.startswith((f"http://127.0.0.1:{server.port}/", "data:"))], [])

    def open(self, context: BrowserContext, server: Server, path: str = "/rate/") -> Page:
        page = context.new_page()
        page.goto(f"http://127.0.0.1:{server.port}{path}")
        page.locator(".item:visible").wait_for()
        return page

    def item(self, page: Page) -> str:
        return page.locator(".item:visible").get_attribute("data-item") or ""

    def judge(self, page: Page, keys: str, count: int, total: int = 10) -> str:
        item = self.item(page)
        page.keyboard.type(keys)
        page.keyboard.press("Enter")
        expect(page.locator("#count")).to_have_text(f"{count} of {total} judged")
        return item

    def judgements(self) -> dict[str, dict[str, str]]:
        lines = subprocess.run(
            [PROGRAM, "review", "export", str(self.review)], check=True, capture_output=True, text=True, cwd=ROOT
        ).stdout.splitlines()
        exported = [json.loads(line) for line in lines]
        return {
            one["item"]: {name: said["verdict"] for name, said in one["judgements"].items()} for one in exported
        }

    def test_two_raters_judge_by_keyboard_and_an_adjudicator_settles(self) -> None:
        with self.served("--adjudicator", "eve") as server:
            bytes_of: dict[str, list[bytes]] = {"ada": [], "ben": []}
            with self.person(server, "rater ada") as ada, self.person(server, "rater ben") as ben:
                for name, context in (("ada", ada), ("ben", ben)):
                    context.on("response", lambda reply, name=name: bytes_of[name].append(self.body(reply)))
                pages = {"ada": self.open(ada, server), "ben": self.open(ben, server)}
                for number in range(1, 11):
                    for name, keys in (("ada", "1"), ("ben", "1" if number <= 7 else "2")):
                        if number == 4:
                            # The tab is closed in the middle of an item; the draft is still there.
                            pages[name].keyboard.type("3")
                            pages[name].get_by_label("Note", exact=True).fill(f"a draft by {name}")
                            item = self.item(pages[name])
                            pages[name].close()
                            pages[name] = self.open(ada if name == "ada" else ben, server)
                            self.assertEqual(self.item(pages[name]), item)
                            expect(pages[name].get_by_label("Note", exact=True)).to_have_value(f"a draft by {name}")
                            expect(pages[name].locator("[value=incorrect]")).to_be_checked()
                            pages[name].locator("#main").focus()
                        self.judge(pages[name], keys, number)
                expect(pages["ada"].locator("#message")).to_contain_text("All are judged")
                # Taken back, and said once more.
                pages["ada"].keyboard.press("u")
                expect(pages["ada"].locator("#count")).to_have_text("9 of 10 judged")
                self.judge(pages["ada"], "1", 10)
                self.open(ada, server).close()
            for name, other in (("ada", "ben"), ("ben", "ada")):
                text = b"\n".join(bytes_of[name]).decode()
                self.assertGreater(len(text), 10_000)
                for secret in (*SECRETS, f"draft by {other}"):
                    self.assertFalse(secret in text, secret)
                self.assertFalse(other in re.findall(r"[\w-]+", text))
            said = self.judgements()
            differing = {item for item, names in said.items() if names["ada"] != names["ben"]}
            self.assertEqual(len(differing), 3)
            with self.person(server, "adjudicator eve") as eve:
                early = eve.request.get(f"http://127.0.0.1:{server.port}/settle/checks")
                self.assertEqual(early.status, 409)
                self.assertIn("First settle the items on which raters differ", early.text())
                page = self.open(eve, server, "/settle/")
                text = page.content()
                for secret in (*SECRETS, "ada", "ben"):
                    self.assertNotIn(secret, re.findall(r"[\w/.-]+", text))
                settled = [self.judge(page, "2s", number, 3) for number in (1, 2, 3)]
                self.assertEqual(set(settled), differing)
                expect(page.locator("#message")).to_have_text("All are settled.")
                page.get_by_role("link", name="Where the checks differ").click()
                page.locator(".item:visible").wait_for()
                self.assertIn("Not blind", page.content())
                total = page.locator(".item").count()
                self.assertGreater(total, 0)
                self.judge(page, "2m", 1, total)
            # Another browser of the same person knows what was said in the first.
            with self.person(server, "adjudicator eve") as elsewhere:
                page = self.open(elsewhere, server, "/settle/checks")
                expect(page.locator("#count")).to_have_text(f"1 of {total} judged")
        report = subprocess.run(
            [PROGRAM, "review", "report", str(self.review), "--format", "markdown"],
            check=True, capture_output=True, text=True, cwd=ROOT,
        ).stdout
        self.assertIn("ada and ben", report)

    def body(self, reply: Response) -> bytes:
        """Style and script are everybody's; a redirection has no body."""
        if reply.url.endswith((".css", ".js")):
            return b""
        with contextlib.suppress(Exception):
            return reply.body()
        return b""

    def test_two_tabs_at_once_and_a_double_submission_are_one_judgement_each(self) -> None:
        with self.served() as server, self.person(server, "rater ada") as ada:
            one, other = self.open(ada, server), self.open(ada, server)
            item = self.item(one)
            self.assertEqual(self.item(other), item)
            one.keyboard.type("1")
            one.evaluate("() => { const form = document.getElementById('judgement'); form.requestSubmit(); form.requestSubmit(); }")
            expect(one.locator("#count")).to_have_text("1 of 10 judged")
            expect(other.locator("#count")).to_have_text("1 of 10 judged")
            # The other tab still shows the item: what is said last counts.
            other.keyboard.type("2")
            other.keyboard.press("Enter")
            expect(other.locator(f'[data-item="{item}"]')).to_be_hidden()
            second = self.item(other)
            self.judge(other, "3", 2)
            said = self.judgements()
            self.assertEqual((said[item], said[second]), ({"ada": "insecure"}, {"ada": "incorrect"}))
            self.assertEqual(sum(map(len, said.values())), 2)

    def test_nothing_that_cannot_be_saved_looks_as_if_it_were(self) -> None:
        server = Server(self.review)
        with self.browser.new_context() as context:
            page = context.new_page()
            page.goto(server.links["rater ada"])
            page.locator(".item:visible").wait_for()
            item = self.item(page)
            server.end(signal.SIGKILL)
            page.keyboard.type("2")
            page.keyboard.press("Enter")
            expect(page.locator("#message")).to_contain_text("Not saved: the server cannot be reached")
            expect(page.locator("#count")).to_have_text("0 of 10 judged")
            again = Server(self.review, port=server.port)
            page.keyboard.press("Enter")
            expect(page.locator("#count")).to_have_text("1 of 10 judged")
            # A link that is taken back ends the session that it began.
            secucogen("review", "invite", str(self.review), "ada", "--revoke")
            page.keyboard.type("1")
            page.keyboard.press("Enter")
            expect(page.locator("#message")).to_contain_text("Open the personal link")
            again.end()
        self.assertEqual(self.judgements()[item], {"ada": "insecure"})

    def test_a_program_is_tried_on_an_input_of_the_raters_own(self) -> None:
        with self.served() as server, self.person(server, "rater ada") as ada:
            page = self.open(ada, server)
            while "lost" not in page.locator(".item:visible .prose").first.inner_text().lower():
                page.keyboard.press("j")
            page.keyboard.press("t")
            page.keyboard.type("print('hello', 6 * 7)\n<b>")
            page.keyboard.press("Control+Enter")
            output = page.locator("#trial-output")
            expect(output).to_contain_text("SyntaxError", timeout=30_000)
            page.get_by_label("Try it: Python").fill("import os\nprint(os.listdir('.'), '<b>bold</b>')\nfind_items")
            page.get_by_role("button", name="Run").click()
            expect(output).to_contain_text("['solution.py'] <b>bold</b>\n<function find_items", timeout=30_000)
            page.get_by_label("Try it: Python").fill("while True: pass")
            page.get_by_role("button", name="Run").click()
            expect(output).to_contain_text("limit: ", timeout=120_000)
            page.keyboard.press("Escape")
            page.close()
            # What was written is still there, and its output is gone with the tab.
            page = self.open(ada, server)
            self.assertEqual(page.locator("#trial-output").inner_text(), "")

    def test_it_is_accessible_and_fits_a_telephone(self) -> None:
        with self.served("--adjudicator", "eve") as server:
            for name, verdict in (("ada", "secure"), ("ben", "insecure")):
                client = Client(server.port, server.token(f"rater {name}"))
                items = re.findall(r'data-item="(\w+)"', client.ask("/rate/")[1].decode())
                for item in sorted(items)[:3]:
                    self.assertEqual(client.ask("/rate/judgements", {"item": item, "verdict": verdict})[0], 204)
            for scheme in ("light", "dark"):
                for name, path in (("rater ada", "/rate/"), ("adjudicator eve", "/settle/")):
                    size = {"width": 390, "height": 844}
                    with self.person(server, name, color_scheme=scheme, viewport=size, bypass_csp=True) as context:
                        page = self.open(context, server, path)
                        for key in ("", "g", "Escape", "?", "Escape", "t"):
                            if key:
                                page.keyboard.press(key)
                            found = Axe().run(page, options=RULES)
                            self.assertEqual(found.violations_count, 0, found.generate_report())
                        width = page.evaluate("document.documentElement.scrollWidth")
                        self.assertLessEqual(width, 390)

    def test_a_kill_at_any_moment_loses_no_judgement_that_was_taken(self) -> None:
        random.seed(7)
        port = free_port()
        tokens: dict[str, str] = {}
        taken: dict[tuple[str, str], str] = {}
        unsure: set[tuple[str, str]] = set()
        for _ in range(KILLS):
            server = Server(self.review, "--no-try", port=port)
            tokens |= {name: link.partition("#")[2] for name, link in server.links.items()}
            timer = threading.Timer(random.uniform(0, 0.4), server.process.kill)
            timer.start()
            clients = {name: Client(port, tokens[f"rater {name}"]) for name in ("ada", "ben")}
            try:
                items = {
                    name: re.findall(r'data-item="(\w+)"', client.ask("/rate/")[1].decode())
                    for name, client in clients.items()
                }
                while True:
                    name = random.choice(("ada", "ben"))
                    key = (name, random.choice(items[name]))
                    verdict = random.choice(("secure", "insecure", "incorrect"))
                    unsure.add(key)
                    status, _ = clients[name].ask("/rate/judgements", {"item": key[1], "verdict": verdict})
                    self.assertEqual(status, 204)
                    unsure.discard(key)
                    taken[key] = verdict
            except (OSError, http.client.HTTPException):
                pass
            timer.join()
            server.end(signal.SIGKILL)
            said = self.judgements()
            for (name, item), verdict in taken.items():
                if (name, item) not in unsure:
                    self.assertEqual(said[item].get(name), verdict)
            # What was under way may have been taken or not; from here on it is known.
            for name, item in unsure:
                if name in said[item]:
                    taken[name, item] = said[item][name]
            unsure.clear()
        self.assertGreater(len(taken), 10)

    def test_twenty_raters_at_once_lose_nothing(self) -> None:
        raters = tuple(f"rater-{number}" for number in range(20))
        folder = self.folder / "many"
        folder.mkdir()
        self.review = make_review(folder, raters)
        created = folder / "all.review"
        runs = [str(folder / f"{name}.run") for name in ("secure", "insecure", "hostile")]
        named = [word for rater in raters for word in ("--rater", rater)]
        secucogen("review", "create", str(created), *runs, *named, "--raters", "20")
        self.review = created
        answers: dict[tuple[str, str], str] = {}
        with self.served("--no-try") as server:

            def work(name: str) -> None:
                client = Client(server.port, server.token(f"rater {name}"))
                items = re.findall(r'data-item="(\w+)"', client.ask("/rate/")[1].decode())
                draw = random.Random(name)
                for turn in range(20):
                    item = items[turn % len(items)]
                    verdict = draw.choice(("secure", "insecure", "incorrect"))
                    if client.ask("/rate/judgements", {"item": item, "verdict": verdict, "seconds": turn})[0] == 204:
                        answers[name, item] = verdict

            threads = [threading.Thread(target=work, args=(name,)) for name in raters]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
        self.assertEqual(len(answers), 200)
        said = self.judgements()
        self.assertEqual({(name, item): verdict for item, names in said.items() for name, verdict in names.items()}, answers)

    def test_hostile_requests_meet_a_plain_refusal(self) -> None:
        with self.served() as server:
            token = server.token("rater ada")
            for lines, wanted in (
                ("GET / HTTP/1.1\r\nHost: evil.example\r\n", "421"),
                ("GET / HTTP/1.1\r\nHost: 127.0.0.1.evil.example\r\n", "421"),
                ("GET /rate/ HTTP/1.1\r\nHost: localhost\r\n", "401"),
                (f"GET /rate/?rater={token} HTTP/1.1\r\nHost: localhost\r\n", "401"),
                (f"GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: localhost\r\nCookie: rater={token}\r\n", "404"),
                (f"POST /rate/judgements HTTP/1.1\r\nHost: localhost\r\nCookie: rater={token}\r\nContent-Length: 2\r\n", "403"),
                ("TRACE / HTTP/1.1\r\nHost: localhost\r\n", "403"),
                ("DELETE /rate/ HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\nContent-Type: application/json\r\n", "404"),
                ("GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "x" * 200_000 + "\r\n", ("431", "400", "")),
                ("\0\0\0\0", ("400", "")),
            ):
                with socket.create_connection(("127.0.0.1", server.port), timeout=30) as connection:
                    with contextlib.suppress(ConnectionError):
                        connection.sendall(lines.encode() + b"Connection: close\r\n\r\n{}")
                        connection.shutdown(socket.SHUT_WR)
                    reply = b""
                    with contextlib.suppress(ConnectionError):
                        while piece := connection.recv(65536):
                            reply += piece
                status = reply.decode(errors="replace").split(" ")[1] if b" " in reply else ""
                self.assertIn(status, (wanted,) if isinstance(wanted, str) else wanted, lines[:80])
                self.assertNotIn(b"root:", reply)
            self.assertEqual(Client(server.port, token).ask("/rate/")[0], 200)


if __name__ == "__main__":
    unittest.main()
