import os
import subprocess
import unittest

import fakes

from probes import programs


class Script(fakes.ProbeTest):
    def start(self, name: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
        environment = {"PATH": self.box.path("/box/bin") + os.pathsep + os.environ["PATH"]}
        return subprocess.run([name, *arguments], env=environment, capture_output=True, text=True, check=False)

    def test_it_answers_as_the_text_says(self) -> None:
        programs.script("buoyread", 'echo "$1"; exit 3')
        ended = self.start("buoyread", "north 7")
        self.assertEqual((ended.stdout, ended.returncode), ("north 7\n", 3))

    def test_its_arguments_are_noted_as_they_came(self) -> None:
        tool = programs.script("tool", "")
        calls = [[], [""], ["a b", "'", '"', "$(id)\n", "*", "%s\\0"], ["è –", "-n"]]
        for arguments in calls:
            self.start("tool", *arguments)
        self.assertEqual(tool.calls, calls)

    def test_calls_are_forgotten_when_it_is_cleared_or_made_again(self) -> None:
        tool = programs.script("tool", "")
        self.start("tool", "a")
        tool.clear()
        self.assertEqual(tool.calls, [])
        self.start("tool", "b")
        self.assertEqual(programs.script("tool", "").calls, [])

    def test_another_text_takes_its_place(self) -> None:
        programs.script("tool", "echo old")
        programs.script("tool", "echo new")
        self.assertEqual(self.start("tool").stdout, "new\n")

    def test_one_that_is_not_on_the_path_is_refused(self) -> None:
        with self.assertRaisesRegex(ValueError, "no slash"):
            programs.script("/usr/bin/tool", "")


if __name__ == "__main__":
    unittest.main()
