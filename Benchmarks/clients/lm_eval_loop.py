"""lm-eval with the smallest possible task, through `local-chat-completions`.

    OPENAI_API_KEY=x python3 lm_eval_loop.py BASE_URL REQUESTS CONNECTIONS
"""

import json
import sys
import tempfile
from pathlib import Path

import lm_eval
from lm_eval.tasks import TaskManager

base_url, requests, connections = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
with tempfile.TemporaryDirectory() as folder:
    questions = Path(folder) / "questions.jsonl"
    questions.write_text(
        "".join(json.dumps({"q": f"Question {n}. " + "x" * 1200, "a": "answer"}) + "\n" for n in range(requests))
    )
    (Path(folder) / "plain.yaml").write_text(
        "task: plain\ndataset_path: json\n"
        f"dataset_kwargs:\n  data_files:\n    test: {questions}\n"
        "test_split: test\noutput_type: generate_until\ndoc_to_text: '{{q}}'\ndoc_to_target: '{{a}}'\n"
        "generation_kwargs:\n  max_gen_toks: 1024\n  until: ['<never>']\n"
        "metric_list:\n  - metric: exact_match\n"
    )
    lm_eval.simple_evaluate(
        model="local-chat-completions",
        model_args=f"model=mock,base_url={base_url}/chat/completions,num_concurrent={connections},tokenized_requests=False",
        tasks=["plain"],
        task_manager=TaskManager(include_path=folder),
        apply_chat_template=True,
        bootstrap_iters=0,
    )
