"""All that newsnlp knows of CAMeL Tools: the only room whose files name ``camel_tools``.

Importing this room imports nothing of CAMeL Tools; the first database or analyzer that is opened
does, through `gateway`, without network, without writing anything and without its slow parts.

    gateway    lets CAMeL Tools in: no catalogue download, no loop over all of Unicode
    charsets   the light stand-in for CAMeL's character sets
    database   a compiled form of a morphology database that opens in milliseconds
    analyzer   every analysis of a word; never raises, really caches
    features   CAMeL's feature names -> `newsnlp.model.Analysis`
    ranking    CAMeL's two ways to put a word's analyses in order
    download   CAMeL's catalogue and downloader, the one place that uses the network
"""

from __future__ import annotations

from newsnlp.morphology.camel.analyzer import CamelAnalyzer
from newsnlp.morphology.camel.database import compile_database, compiled_path, load_database
from newsnlp.morphology.camel.features import to_analysis

__all__ = [
    "CamelAnalyzer",
    "compile_database",
    "compiled_path",
    "load_database",
    "to_analysis",
]
