from __future__ import annotations

from pathlib import Path

import pytest

from newsnlp.entities.camel_ner import CamelRecognizer
from newsnlp.entities.words import words_of
from newsnlp.errors import ResourceError
from newsnlp.text import tokenize

WORDS = {"مصر": "B-LOC", "جون": "B-PERS", "كيربي": "I-PERS", "قال": "O"}
EXPECTED = {word: label.replace("PERS", "PER") for word, label in WORDS.items()}


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with a tiny recogniser, which labels each word of its vocabulary alike always.

    There are no layers between its embeddings and its classifier: a shifted label shows.
    """
    import torch
    from transformers import BertConfig, BertForTokenClassification

    folder = tmp_path / "data" / "ner" / "arabert"
    folder.mkdir(parents=True)
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *WORDS, "##ه"]
    (folder / "vocab.txt").write_text("\n".join(pieces) + "\n", encoding="utf-8")
    labels = list(WORDS.values())
    model = BertForTokenClassification(
        BertConfig(
            vocab_size=len(pieces),
            hidden_size=16,
            num_hidden_layers=0,
            num_attention_heads=2,
            intermediate_size=16,
            id2label=dict(enumerate(labels)),
            label2id={label: i for i, label in enumerate(labels)},
        )
    )
    with torch.no_grad():
        for parameter in model.bert.embeddings.parameters():
            if parameter.dim() == 2:
                parameter.zero_()
        model.bert.embeddings.word_embeddings.weight.copy_(torch.eye(len(pieces), 16))
        model.classifier.bias.zero_()
        for label, word in enumerate(WORDS):
            model.classifier.weight[label] = torch.eye(len(pieces), 16)[pieces.index(word)]
    model.save_pretrained(folder)
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    return folder


def labels(sentences: list[list[str]]) -> list[list[str]]:
    return [[label for label, _ in pairs] for pairs in CamelRecognizer().label(sentences)]


def test_every_word_has_its_own_label(data: Path) -> None:
    sentence = ["قال", "جون", "كيربي", "مصر"]
    assert labels([sentence]) == [["O", "B-PER", "I-PER", "B-LOC"]]


def test_it_stands_in_for_the_bundled_tagger(data: Path) -> None:
    words = words_of(tokenize("قالَ جون كيربي"))
    (pairs,) = CamelRecognizer()([words])
    assert [label for label, _ in pairs] == ["O", "B-PER", "I-PER"]
    assert all(0.25 < probability <= 1 for _, probability in pairs)


@pytest.mark.parametrize("nothing", ["", " ", "\u200d", "\x00", "\u0651"])
def test_a_word_without_pieces_shifts_nothing(data: Path, nothing: str) -> None:
    assert labels([["قال", nothing, "مصر", nothing], [nothing]]) == [
        ["O", "O", "B-LOC", "O"],
        ["O"],
    ]


@pytest.mark.parametrize("length", [509, 510, 511, 600, 1500])
def test_long_sentences_are_labelled_to_their_end(data: Path, length: int) -> None:
    words = [list(WORDS)[i % 3] for i in range(length)]
    assert labels([words]) == [[EXPECTED[word] for word in words]]


def test_a_word_longer_than_the_model_is_read_by_its_start(data: Path) -> None:
    assert labels([["قال", "مصر" + "ه" * 90, "جون"]]) == [["O", "B-LOC", "B-PER"]]


def test_sentences_keep_their_order_whatever_their_length(data: Path) -> None:
    sentences = [[list(WORDS)[i % 4]] * n for i, n in enumerate([30, 1, 0, 200, 7, 600, 1])]
    assert labels(sentences) == [[EXPECTED[word] for word in words] for words in sentences]
    assert labels([]) == []


def test_a_missing_model_names_the_command(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (data / "config.json").unlink()
    with pytest.raises(ResourceError, match=r"no config\.json") as damaged:
        CamelRecognizer()
    monkeypatch.setenv("CAMELTOOLS_DATA", str(data))
    with pytest.raises(ResourceError, match="is not in") as missing:
        CamelRecognizer()
    assert damaged.value.remedy == missing.value.remedy == "newsnlp models install camel-ner"
