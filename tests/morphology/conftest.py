"""Small real artefacts: a morphology database, counts, and a data folder as CAMeL Tools lays it."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

_CLOSED = {
    "pos": "noun verb prep noun_prop digit punc foreign",
    "prc3": "0 na",
    "prc2": "0 na wa_conj",
    "prc1": "0 na li_prep bi_prep",
    "prc0": "0 na Al_det",
    "enc0": "0 na 3fs_poss 3ms_dobj",
    "per": "na 3",
    "asp": "na p",
    "mod": "na i",
    "vox": "na a",
    "form_gen": "- m f",
    "form_num": "- s p",
    "gen": "- m f na",
    "num": "- s p na",
    "stt": "na i d c",
    "cas": "na n a u",
    "enc1": "0 na",
    "enc2": "0 na",
    "source": "lex spvar backoff digit punc foreign",
}
_OPEN = ["diac", "lex", "bw", "gloss", "root", "pos_lex_logprob", "lex_logprob"]
_NOUN = (
    "prc3:0 prc2:0 prc1:0 prc0:0 enc0:0 enc1:0 enc2:0 per:na asp:na mod:na vox:na "
    "form_gen:m form_num:s gen:- num:- stt:i cas:u source:lex"
)


def _features(**values: str) -> str:
    return " ".join(f"{name}:{value}" for name, value in values.items())


def _stem(stem: str, category: str, diac: str, lex: str, pos: str, **more: str) -> str:
    head = _features(diac=diac, lex=lex, bw=f"{diac}/{pos.upper()}", pos=pos, **more)
    return f"{stem}\t{category}\t{head} {_NOUN}"


def _database_lines() -> list[str]:
    defaults = " ".join(f"{name}:na" for name in _CLOSED if name not in ("pos", "source"))
    return [
        "###DEFINES###",
        *(
            f"DEFINE {name} {' '.join(f'{name}:{value}' for value in values.split())}"
            for name, values in _CLOSED.items()
        ),
        *(f"DEFINE {name} {name}:*open*" for name in _OPEN),
        "###DEFAULTS###",
        *(f"DEFAULT pos:{pos} {defaults}" for pos in ("noun", "digit", "punc", "latin")),
        "###ORDER###",
        "ORDER diac lex bw gloss pos",
        "###TOKENIZATIONS###",
        "TOKENIZATION bw",
        "###STEMBACKOFF###",
        "STEMBACKOFF PROP Name",
        "STEMBACKOFF ALL Name",
        "###PREFIXES###",
        "\tP0\tdiac: bw:",
        "و\tPw\tdiac:وَ+ bw:وَ/CONJ gloss:and prc2:wa_conj",
        "ال\tPAl\tdiac:ال+# bw:ال/DET gloss:the prc0:Al_det stt:d",
        "وال\tPwAl\tdiac:وَ+ال+# bw:وَ/CONJ+ال/DET gloss:and+the prc2:wa_conj prc0:Al_det stt:d",
        "لل\tPAl\tdiac:لِ+ل+# bw:لِ/PREP+ال/DET gloss:for+the prc1:li_prep prc0:Al_det stt:d",
        "###SUFFIXES###",
        "\tS0\tdiac: bw:",
        "ها\tSha\tdiac:+ها bw:ها/POSS_PRON_3FS gloss:her enc0:3fs_poss stt:c",
        "###STEMS###",
        _stem(
            "كتاب",
            "N",
            "كِتاب",
            "كِتاب_1",
            "noun",
            gloss="book;books",
            root="ك.ت.ب",
            pos_lex_logprob="-2.0",
            lex_logprob="-2.0",
        ),
        _stem(
            "كتاب",
            "N",
            "كُتّاب",
            "كاتِب_1",
            "noun",
            gloss="writer",
            root="ك.ت.ب",
            pos_lex_logprob="-3.0",
            lex_logprob="-3.0",
        ),
        _stem(
            "مصر",
            "Name",
            "مِصْر",
            "مِصْر_1",
            "noun_prop",
            gloss="Egypt",
            root="NTWS",
            pos_lex_logprob="-2.5",
            lex_logprob="-2.5",
        ),
        _stem(
            "NOAN",
            "Name",
            "NOAN",
            "NOAN",
            "noun_prop",
            gloss="NO_ANALYSIS",
            root="NTWS",
            pos_lex_logprob="-99.0",
            lex_logprob="-99.0",
        ),
        "###TABLE AB###",
        *(f"{prefix} N" for prefix in ("P0", "Pw", "PAl", "PwAl")),
        *(f"{prefix} Name" for prefix in ("P0", "Pw")),
        "###TABLE BC###",
        "N S0",
        "N Sha",
        "Name S0",
        "###TABLE AC###",
        *(f"{prefix} S0" for prefix in ("P0", "Pw", "PAl", "PwAl")),
        "P0 Sha",
        "Pw Sha",
    ]


@pytest.fixture(scope="session")
def words() -> list[str]:
    """Words the small database explains, one it does not, and what is no Arabic word."""
    text = "كتاب وكتابها للكتاب والكتاب الكتاب كِتاب كتــاب مصر ومصر القلم قلم 2024 ، BBC كتاب، ـ"
    return text.split()


@pytest.fixture(scope="session")
def database_text() -> str:
    """A small database in CAMeL's text format."""
    return "\n".join(_database_lines()) + "\n"


@pytest.fixture
def database(tmp_path: Path, database_text: str) -> Path:
    path = tmp_path / "morphology.db"
    path.write_text(database_text, encoding="utf-8")
    return path


_DATASETS = {
    "MorphologyDB": ("calima-msa-r13", "morphology_db/calima-msa-r13"),
    "DisambigMLE": ("calima-msa-r13", "disambig_mle/calima-msa-r13"),
    "DisambigBertUnfactored": ("msa", "disambig_bert_unfactored/msa"),
}


@pytest.fixture
def camel_data(tmp_path: Path, database_text: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's data folder with a catalogue, the database and the counts; the process uses it."""
    root = tmp_path / "camel"
    counts = {"كتاب": {"diac": "كُتّاب", "lex": "كاتِب_1", "bw": "كُتّاب/NOUN", "pos": "noun"}}
    contents = {
        "morphology-db-msa-r13": ("morphology_db/calima-msa-r13", "morphology.db", database_text),
        "disambig-mle-calima-msa-r13": (
            "disambig_mle/calima-msa-r13",
            "model.json",
            json.dumps(counts),
        ),
    }
    packages = {}
    for name, (folder, file, text) in contents.items():
        path = root / "data" / folder / file
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")
        packages[name] = {
            "description": name,
            "package_type": "http",
            "version": "0.1.0",
            "license": "GPL v2",
            "size": len(text),
            "url": f"http://invalid.invalid/{name}.zip",
            "destination": folder,
            "dependencies": [],
            "private": False,
            "files": [{"path": file, "sha256": hashlib.sha256(text.encode()).hexdigest()}],
        }
    components = {
        component: {"default": name, "datasets": {name: {"path": folder}}}
        for component, (name, folder) in _DATASETS.items()
    }
    (root / "catalogue.json").write_text(
        json.dumps({"version": "1.6", "packages": packages, "components": components}),
        encoding="utf-8",
    )
    monkeypatch.setenv("CAMELTOOLS_DATA", str(root))
    return root


_NO_NETWORK = """
import socket
def refuse(*arguments, **options):
    raise AssertionError("the network was touched")
socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse
"""


@pytest.fixture
def fresh_python(tmp_path: Path) -> Callable[..., str]:
    """Run code in a new interpreter without network or home; give what it prints."""

    def run(code: str, **environment: str) -> str:
        kept = {
            name: value
            for name, value in os.environ.items()
            if name not in ("HOME", "USERPROFILE", "CAMELTOOLS_DATA")
        }
        result = subprocess.run(
            [sys.executable, "-c", _NO_NETWORK + code],
            env={**kept, "PYTHONPATH": str(Path(__file__).parents[2]), **environment},
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert result.returncode == 0, result.stderr
        return result.stdout.strip()

    return run


_LABEL = (
    "per:na__form_gen:m__form_num:s__asp:na__mod:na__vox:na__stt:i__cas:u__"
    "prc0:{prc0}__prc1:0__prc2:0__prc3:0__enc0:0__pos:{pos}"
)
BERT_LABELS = {
    "كتاب": _LABEL.format(pos="noun", prc0="0"),
    "مصر": _LABEL.format(pos="noun_prop", prc0="0"),
    "قلم": _LABEL.format(pos="noun_prop", prc0="na"),
}


@pytest.fixture
def camel_bert(camel_data: Path) -> Path:
    """The data folder with a tiny BERT too, for which each word it knows has one label.

    The model has no layers between its embeddings and its classifier, so what it says of a word
    does not depend on the others, and a label in the wrong place shows.
    """
    import torch
    from transformers import BertConfig, BertForTokenClassification

    folder = camel_data / "data" / "disambig_bert_unfactored" / "msa"
    folder.mkdir(parents=True)
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *BERT_LABELS, "##ها"]
    (folder / "vocab.txt").write_text("\n".join(pieces) + "\n", encoding="utf-8")
    labels = list(BERT_LABELS.values())
    model = BertForTokenClassification(
        BertConfig(
            vocab_size=len(pieces),
            hidden_size=16,
            num_hidden_layers=0,
            num_attention_heads=2,
            intermediate_size=16,
            max_position_embeddings=16,
            id2label=dict(enumerate(labels)),
            label2id={label: i for i, label in enumerate(labels)},
        )
    )
    with torch.no_grad():
        for parameter in model.bert.embeddings.parameters():
            if parameter.dim() == 2:
                parameter.zero_()
        words = model.bert.embeddings.word_embeddings.weight
        words.copy_(torch.eye(len(pieces), 16))
        model.classifier.bias.zero_()
        for label, word in enumerate(BERT_LABELS):
            model.classifier.weight[label] = words[pieces.index(word)]
    model.save_pretrained(folder)
    features = ["pos", "prc0"]
    counts = {"info": {"features": features}, "unfactored": {}}
    counts |= {feature: {"noun": 0.6, "noun_prop": 0.4, "0": 0.9} for feature in features}
    config = {
        "db_name": "calima-msa-r13",
        "backoff": "NOAN_PROP",
        "feature": "feats_14",
        "scorer": "uniform",
        "tie_breaker": "tag",
    }
    (folder / "mle_model.json").write_text(json.dumps(counts), encoding="utf-8")
    (folder / "default_config.json").write_text(json.dumps(config), encoding="utf-8")
    return camel_data
