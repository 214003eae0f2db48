"""One label for every word, from a BERT token classifier that a user has installed.

CAMeL Tools has its recogniser and its disambiguator label a word by its first word piece. So does
this; but a word without pieces does not shift the labels after it, a sentence of any length is
read to its end, and sentences of like length are padded together instead of all to 256 or 512.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from pathlib import Path
from typing import Any

from newsnlp.errors import ResourceError

__all__ = ["Tag", "WordTagger"]

_BATCH_PIECES = 4096  # word pieces, padding included, that the model reads at once
_OVERLAP = 8  # windows of a long sentence share one eighth of their words

# what transformers and torch raise over files that are cut short or hold something else
_UNREADABLE = (
    OSError,
    EOFError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    RuntimeError,
    pickle.UnpicklingError,
)


@dataclass(frozen=True, slots=True)
class Tag:
    """The most probable label of a word and its probability, 0 to 1."""

    label: str
    probability: float


@dataclass(frozen=True, slots=True)
class _Window:
    """Words of one sentence that go to the model together; those from ``keep`` on are labelled."""

    sentence: int
    words: tuple[int, ...]
    pieces: tuple[tuple[int, ...], ...]
    keep: int

    @property
    def length(self) -> int:
        return sum(map(len, self.pieces)) + 2  # [CLS] and [SEP]


class WordTagger:
    """A ``BertForTokenClassification`` in a folder, with its vocabulary; on a GPU if there is one.

    Raises:
        ResourceError: torch or transformers is not installed, or the folder holds no such model;
            ``remedy`` is what the error advises for the folder.
    """

    def __init__(self, folder: Path, *, remedy: str) -> None:
        try:
            import torch

            transformers: Any = import_module("transformers")
            broken: type[Exception] = import_module("safetensors").SafetensorError
        except ImportError as error:
            raise ResourceError(
                f"{error.name} is not installed, and the BERT models need it",
                remedy="pip install torch transformers",
            ) from error
        logging = transformers.utils.logging
        verbosity = logging.get_verbosity()
        logging.set_verbosity_error()
        logging.disable_progress_bar()
        try:
            # from this folder only: a path that is not there must not become a look-up on a hub
            self._model = transformers.BertForTokenClassification.from_pretrained(
                str(folder), local_files_only=True
            )
            self._tokenizer = transformers.BertTokenizer.from_pretrained(
                str(folder), local_files_only=True
            )
        except (broken, *_UNREADABLE) as error:
            raise ResourceError(
                f"the model in {folder} is missing or damaged", remedy=remedy
            ) from error
        finally:
            logging.set_verbosity(verbosity)
            logging.enable_progress_bar()
        self._device = "cuda" if torch.cuda.is_available() else "cpu"
        self._model.to(self._device).eval()
        self._labels: dict[int, str] = self._model.config.id2label
        self._limit: int = self._model.config.max_position_embeddings - 2
        self._word_pieces = lru_cache(maxsize=50_000)(self._find_pieces)

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[Tag | None]]:
        """For each sentence one tag a word; ``None`` for a word without word pieces."""
        tags: list[list[Tag | None]] = [[None] * len(words) for words in sentences]
        windows = [
            window
            for number, words in enumerate(sentences)
            for window in self._windows(number, words)
        ]
        for batch in _batches(sorted(windows, key=lambda window: window.length)):
            for window, labelled in zip(batch, self._predict(batch), strict=True):
                for position in range(window.keep, len(window.words)):
                    tags[window.sentence][window.words[position]] = labelled[position]
        return tags

    def _find_pieces(self, word: str) -> tuple[int, ...]:
        tokens = self._tokenizer.tokenize(word)[: self._limit]
        return tuple(self._tokenizer.convert_tokens_to_ids(tokens))

    def _windows(self, number: int, words: Sequence[str]) -> Iterator[_Window]:
        """The sentence in as few windows as the model's length allows.

        Windows overlap, and of the words two windows share each labels the half where it sees more
        of the context.
        """
        known = [
            (index, pieces)
            for index, word in enumerate(words)
            if (pieces := self._word_pieces(word))
        ]
        start, keep = 0, 0
        while start < len(known):
            stop, room = start, self._limit
            while stop < len(known) and len(known[stop][1]) <= room:
                room -= len(known[stop][1])
                stop += 1
            yield _Window(
                number,
                tuple(index for index, _ in known[start:stop]),
                tuple(pieces for _, pieces in known[start:stop]),
                keep,
            )
            if stop == len(known):
                return
            shared = (stop - start) // _OVERLAP
            start, keep = stop - shared, shared // 2

    def _predict(self, batch: Sequence[_Window]) -> list[list[Tag]]:
        import torch

        tokenizer, width = self._tokenizer, batch[-1].length
        rows, masks, firsts = [], [], []
        for window in batch:
            row, first = [tokenizer.cls_token_id], []
            for pieces in window.pieces:
                first.append(len(row))
                row.extend(pieces)
            row.append(tokenizer.sep_token_id)
            padding = width - len(row)
            rows.append(row + [tokenizer.pad_token_id] * padding)
            masks.append([1] * len(row) + [0] * padding)
            firsts.append(first)
        with torch.inference_mode():
            logits: Any = self._model(
                input_ids=torch.tensor(rows, device=self._device),
                attention_mask=torch.tensor(masks, device=self._device),
            ).logits
            best = logits.softmax(-1).max(-1)
        labels, shares = best.indices.tolist(), best.values.tolist()
        return [
            [Tag(self._labels[labels[i][position]], shares[i][position]) for position in first]
            for i, first in enumerate(firsts)
        ]


def _batches(windows: Sequence[_Window]) -> Iterator[list[_Window]]:
    """Windows sorted by length, cut so that each batch stays within `_BATCH_PIECES`."""
    batch: list[_Window] = []
    for window in windows:
        if batch and (len(batch) + 1) * window.length > _BATCH_PIECES:
            yield batch
            batch = []
        batch.append(window)
    if batch:
        yield batch
