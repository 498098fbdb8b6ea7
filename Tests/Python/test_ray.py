"""A real Ray cluster of two nodes on this machine judges as one process does, also when a node is killed."""

import json
import os
import tempfile
import unittest
from pathlib import Path

from support import SAMPLES, fenced, program
import support
from secucogen import JudgeError, NotJudged

try:
    import ray
    from ray.cluster_utils import Cluster
except ImportError:
    raise unittest.SkipTest("ray is not installed; Scripts/make-adapters-python brings it") from None

from secucogen.adapters.ray import RayJudge, judge_file

#: One of each kind.
ANSWERS = [
    {"task_id": SAMPLES[0], "answer": fenced(program(SAMPLES[0], "insecure"))},
    {"task_id": SAMPLES[1], "answer": fenced(program(SAMPLES[1], "secure"))},
    {"task_id": SAMPLES[2], "answer": "I cannot help with that."},
]


class TwoNodes(unittest.TestCase):
    def setUp(self) -> None:
        os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
        store = {"object_store_memory": 100 << 20, "include_dashboard": False}
        # Nothing runs on the head, so that either of the other two may be lost.
        self.cluster = Cluster(initialize_head=True, head_node_args={"num_cpus": 0, **store})
        self.addCleanup(self.cluster.shutdown)
        self.nodes = [self.cluster.add_node(num_cpus=1, object_store_memory=100 << 20) for _ in range(2)]
        ray.init(address=self.cluster.address, log_to_driver=False, logging_level="ERROR")
        self.addCleanup(ray.shutdown)
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory(prefix="secucogen-ray-")))

    def test_two_thousand_answers_have_the_verdicts_of_score_though_a_node_is_killed(self) -> None:
        theirs = support.figures_of_score(ANSWERS)
        answers = [ANSWERS[number % 3] | {"id": number} for number in range(2000)]
        found = []
        with RayJudge(actors=2, workers=1, codebleu=True) as judge, self.assertLogs("secucogen", "WARNING") as log:
            for verdict in judge.batch(answers):
                found.append(verdict)
                if len(found) == 400:
                    self.cluster.remove_node(self.nodes[0], allow_graceful=False)
        self.assertIn("16 answers were lost on their way and are sent again", log.output[0])
        self.assertEqual([verdict.id for verdict in found], list(range(2000)))
        for verdict in found:
            self.assertEqual((verdict.verdict, round(verdict.codebleu, 6)), theirs[verdict.task_id])

    def test_a_file_of_answers_becomes_the_file_that_judge_writes(self) -> None:
        lines = [json.dumps(answer | {"id": number}) for number, answer in enumerate(ANSWERS)]
        lines[1:1] = ["no JSON", "", "[]", '{"task_id": "CWE-0_99", "code": "", "id": "x"}']
        source, ours, theirs = (self.folder / name for name in ("in.jsonl", "ours.jsonl", "theirs.jsonl"))
        source.write_text("\n".join(lines) + "\n")
        self.assertEqual(judge_file(source, ours, actors=2, workers=1, batch_size=1), 3)
        with self.assertRaises(AssertionError):
            support.secucogen("judge", source, "--output", theirs)  # Exit code 2, because of the three lines.
        self.assertEqual(*(self.comparable(path) for path in (ours, theirs)))
        with self.assertRaises(FileExistsError):
            judge_file(source, ours)

    def comparable(self, path: Path) -> list[dict]:
        """What does not differ from run to run."""
        replies = [json.loads(line) for line in path.read_text().splitlines()]
        for reply in replies:
            reply.pop("seconds", None)
            if "check" in reply:
                reply["check"] = reply["check"]["name"].partition("/")[0]
            reply.pop("detail", None)
            reply["error"] = reply.get("error", "").partition(";")[0]
        return replies

    def test_answers_that_cannot_be_judged_are_raised_or_given_back(self) -> None:
        mixed = [{"task_id": "CWE-89_01", "code": ""}, {"code": ""}]
        with RayJudge(actors=1, workers=1) as judge:
            found = list(judge.batch(mixed, return_exceptions=True))
            self.assertEqual([isinstance(one, NotJudged) for one in found], [False, True])
            with self.assertRaises(NotJudged):
                list(judge.batch(mixed))
            self.assertEqual([one.verdict for one in judge.batch(mixed[:1])], ["incorrect"])

    def test_a_judge_that_cannot_start_on_any_node_says_why(self) -> None:
        with self.assertRaisesRegex(JudgeError, "workers"):
            RayJudge(actors=2, workers=-1, retries=1)


if __name__ == "__main__":
    unittest.main()
