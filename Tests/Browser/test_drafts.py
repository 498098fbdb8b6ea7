"""A reader answers the five questions about a draft in a real browser, whose forms say where they come from."""

import json
import os
import shutil
import signal
import subprocess
import tempfile
import unittest
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect, sync_playwright
from test_pages import CHROMIUM, PROGRAM, ROOT, RULES

EXAMPLE = ROOT / "Examples/private-set"


def make_set(folder: Path) -> Path:
    """A set whose only sample is a draft again."""
    shutil.copy(EXAMPLE / "types.yaml", folder)
    draft = folder / "Drafts/CWE-601-record-1"
    shutil.copytree(EXAMPLE / "Samples/CWE-601/CWE-601_01", draft, ignore=shutil.ignore_patterns("readings.jsonl"))
    text = (draft / "sample.yaml").read_text()
    (draft / "sample.yaml").write_text("status: draft\ntype: CWE-601\n" + text.partition("\n")[2])
    return draft


class ReadingTest(unittest.TestCase):
    def setUp(self) -> None:
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.draft = make_set(self.folder)
        command = [PROGRAM, "dataset", "read", "--dataset", str(self.folder), "--reader", "ada", "--no-open"]
        self.server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT)
        self.addCleanup(self.end)
        assert self.server.stdout is not None
        self.address = self.server.stdout.readline().strip()
        playwright = self.enterContext(sync_playwright())
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        self.addCleanup(browser.close)
        self.page = browser.new_page(viewport={"width": 1000, "height": 800})

    def end(self) -> None:
        self.server.send_signal(signal.SIGINT)
        self.server.wait(30)
        for stream in (self.server.stdout, self.server.stderr):
            assert stream is not None
            stream.close()

    def readings(self) -> list[dict[str, object]]:
        file = self.draft / "readings.jsonl"
        return [json.loads(line) for line in file.read_text().splitlines()] if file.exists() else []

    def answer(self, page: Page, **notes: str) -> None:
        for number in range(1, 6):
            said = "no" if f"n{number}" in notes else "yes"
            page.check(f"input[name=answer-{number}][value={said}]")
        for name, note in notes.items():
            page.fill(f"#note-{name[1:]}", note)
        with page.expect_navigation():
            page.click("button:has-text('Sign')")

    def test_five_answers_are_signed_and_shown_again(self) -> None:
        page = self.page
        page.goto(self.address)
        page.click("text=CWE-601-record-1")
        self.answer(page, n3="")
        expect(page.get_by_role("alert")).to_contain_text("Question 3: say what is wrong. Nothing was saved.")
        self.assertEqual(self.readings(), [])
        # What was said stands there still.
        expect(page.locator("input[name=answer-3][value=no]")).to_be_checked()
        expect(page.locator("input[name=answer-5][value=yes]")).to_be_checked()
        self.answer(page, n3="It lets <b>//</b> through.")
        expect(page.get_by_text("Saved and signed by ada.")).to_be_visible()
        (reading,) = self.readings()
        self.assertEqual(reading["reader"], "ada")
        self.assertEqual(reading["answers"][2], {"holds": False, "note": "It lets <b>//</b> through."})
        expect(page.locator("#note-3")).to_have_value("It lets <b>//</b> through.")
        self.answer(page)
        self.assertEqual(len(self.readings()), 2)
        page.get_by_role("link", name="Drafts").click()
        expect(page.get_by_text("you agree")).to_be_visible()

    def test_pages_are_for_everybody_and_fit_a_telephone(self) -> None:
        page = self.page
        for path in ("", "draft/CWE-601-record-1.html"):
            page.set_viewport_size({"width": 390, "height": 700})
            page.goto(self.address + path)
            self.assertLessEqual(page.evaluate("document.documentElement.scrollWidth"), 390)
            found = Axe().run(page, options=RULES)
            self.assertEqual(found.violations_count, 0, found.generate_report())

    def test_a_page_of_another_site_signs_nothing(self) -> None:
        form = f"<form method=post action='{self.address}draft/CWE-601-record-1.html'><input name=digest value=x></form>"
        (self.folder / "other.html").write_text(form + "<script>document.forms[0].submit()</script>")
        with self.page.expect_response(lambda response: response.request.method == "POST") as answer:
            self.page.goto((self.folder / "other.html").as_uri(), wait_until="commit")
        self.assertEqual(answer.value.status, 403)
        self.assertEqual(self.readings(), [])


if __name__ == "__main__":
    os.chdir(ROOT)
    unittest.main()
