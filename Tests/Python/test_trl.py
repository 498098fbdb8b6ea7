"""The reward gives points for verdicts, as trainers call it; the real GRPOTrainer trains a small model with it."""

import subprocess
import sys
import tempfile
import unittest
import unittest.mock

from support import SAMPLES, FakeJudge, fenced, program
import support
from secucogen import NotJudged
from secucogen.adapters.trl import SecureReward, secure_reward, training_rows

try:
    import trl
except ImportError:
    trl = None


def said(text: str) -> list[dict[str, str]]:
    return [{"role": "assistant", "content": text}]


class Points(unittest.TestCase):
    def test_the_verdicts_are_those_of_score_and_each_has_its_points(self) -> None:
        answers = [
            {"task_id": SAMPLES[0], "answer": fenced(program(SAMPLES[0], "insecure"))},
            {"task_id": SAMPLES[1], "answer": fenced(program(SAMPLES[1], "secure"))},
            {"task_id": SAMPLES[2], "answer": "no"},
        ]
        points = {"secure": 1.0, "insecure": 0.25, "incorrect": -1.0}
        logged = {}
        reward = SecureReward(**points, workers=2)
        self.addCleanup(reward.close)
        found = reward(
            prompts=[None] * 3,
            completions=[said(answer["answer"]) for answer in answers],
            completion_ids=[[0]] * 3,
            task_id=[answer["task_id"] for answer in answers],
            task=["generate"] * 3,
            trainer_state=None,
            log_extra=logged.__setitem__,
        )
        theirs = [verdict for verdict, _ in support.figures_of_score(answers).values()]
        self.assertEqual(found, [points[verdict] for verdict in theirs])
        self.assertEqual(logged, {"verdict": theirs})

    def test_texts_continue_the_prompt_and_messages_may_come_in_parts(self) -> None:
        body = program("CWE-89_01", "secure").partition("category=None):\n")[2]
        body = body.replace("sqlite3", "__import__('sqlite3')")
        parts = [{"role": "assistant", "content": [{"type": "text", "text": fenced(program("CWE-89_01", "secure"))}]}]
        reward = SecureReward(workers=2)
        self.addCleanup(reward.close)
        self.assertEqual(reward([body, parts, []], task_id=["CWE-89_01"] * 3), [1.0, 1.0, 0.0])

    def test_likeness_to_the_secure_code_may_have_points_too(self) -> None:
        reward = SecureReward(secure=2.0, codebleu=0.5, workers=1)
        self.addCleanup(reward.close)
        self.assertEqual(reward([said(program("CWE-89_01", "secure"))], task_id=["CWE-89_01"]), [2.5])

    def test_a_harness_error_has_no_points(self) -> None:
        with (
            FakeJudge("""
            ready()
            for line in lines(): verdict(line, "harness-error")
            """) as program,
            unittest.mock.patch.dict("os.environ", SECUCOGEN_BINARY=program),
        ):
            reward = SecureReward()
            self.assertEqual(reward(["x"], task_id=["CWE-89_01"]), [None])
            reward.close()

    def test_a_judge_that_died_is_started_once_more(self) -> None:
        with (
            FakeJudge("""
            ready()
            for line in lines():
                if not os.path.exists(__file__ + ".died"):
                    open(__file__ + ".died", "w").close()
                    os._exit(1)
                verdict(line)
            """) as program,
            unittest.mock.patch.dict("os.environ", SECUCOGEN_BINARY=program),
        ):
            reward = SecureReward()
            self.assertEqual(reward(["x", "y"], task_id=["CWE-89_01"] * 2), [1.0, 1.0])
            reward.close()

    def test_an_unknown_sample_is_an_error(self) -> None:
        self.addCleanup(secure_reward.close)
        with self.assertRaises(NotJudged):
            secure_reward(["x"], task_id=["CWE-0_99"])

    def test_neither_torch_nor_trl_is_imported(self) -> None:
        code = "import sys, secucogen.adapters.trl; print({'torch', 'trl', 'transformers'} & set(sys.modules))"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        self.assertEqual(done.stdout, "set()\n")


@unittest.skipIf(trl is None, "trl is not installed; Scripts/make-adapters-python brings it")
class InTheTrainer(unittest.TestCase):
    def test_grpo_trainer_trains_with_it(self) -> None:
        from datasets import Dataset
        from tokenizers import Tokenizer, decoders, models, pre_tokenizers
        from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast
        from trl import GRPOConfig, GRPOTrainer

        # A model of its own, made here: one token for each byte, and weights by chance.
        alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
        vocabulary = {token: number for number, token in enumerate(["<pad>", "<eos>", *alphabet])}
        letters = Tokenizer(models.BPE(vocab=vocabulary, merges=[]))
        letters.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
        letters.decoder = decoders.ByteLevel()
        tokenizer = PreTrainedTokenizerFast(tokenizer_object=letters, pad_token="<pad>", eos_token="<eos>")
        tokenizer.chat_template = "{% for m in messages %}{{ m['content'] }}{% endfor %}"
        sizes = {"hidden_size": 16, "intermediate_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2}
        model = LlamaForCausalLM(LlamaConfig(vocab_size=len(tokenizer), max_position_embeddings=8192, **sizes))
        verdicts = []

        class Recorded(SecureReward):
            def __call__(self, completions, **fields):
                points = super().__call__(completions, **fields)
                verdicts.extend(zip(fields["task_id"], points, strict=True))
                return points

        reward = Recorded(incorrect=0.5, workers=1)
        self.addCleanup(reward.close)
        with tempfile.TemporaryDirectory() as folder:
            settings = GRPOConfig(
                output_dir=folder,
                max_steps=1,
                per_device_train_batch_size=2,
                num_generations=2,
                max_completion_length=8,
                report_to=[],
                use_cpu=True,
                disable_tqdm=True,
                logging_steps=1,
            )
            rows = Dataset.from_list(training_rows("generate", ["CWE-89_01"]))
            trainer = GRPOTrainer(
                model=model, processing_class=tokenizer, reward_funcs=reward, args=settings, train_dataset=rows
            )
            trainer.train()
        self.assertEqual(verdicts, [("CWE-89_01", 0.5)] * 2)
        self.assertEqual(trainer.state.log_history[0]["rewards/secure_reward/mean"], 0.5)


if __name__ == "__main__":
    unittest.main()
