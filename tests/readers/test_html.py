from __future__ import annotations

import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsnlp.readers.html import declared_encoding, extract_text

LONG = "أعلن المتحدث باسم الحكومة أن الاجتماع سيعقد يوم الأحد المقبل في العاصمة. "


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("<p>أول<p>ثان", "أول\nثان"),
        ("<p>في <b>بي</b>رو<!-- -->ت</p>", "في بيروت"),
        ("<p>أ &amp; ب&nbsp;&#x628;\n\n ج</p>", "أ & ب ب ج"),
        ("<p>سطر<br>آخر<br/>ثالث</p>", "سطر\nآخر\nثالث"),
        (
            "<h1>عنوان</h1><ul><li>بند</li><li>آخر</ul><blockquote>قول</blockquote>",
            "عنوان\nبند\nآخر\nقول",
        ),
        ("<p>أ</p><script>var x='<p>no</p>'</script><style>p{}</style><p>ب</p>", "أ\nب"),
        ("<!-- <p>no</p> --><p>أ</p><noscript>no</noscript>", "أ"),
        ("<script>x = '<!--'</script><p>أ</p><![CDATA[no]]><![if !IE]><p>ب</p><![endif]>", "أ\nب"),
        ("plain نص", "plain نص"),
        ("", ""),
        ("<script>only()</script>", ""),
    ],
)
def test_blocks(page, text):
    assert extract_text(page) == text


def test_a_page_loses_its_furniture():
    page = f"""<!DOCTYPE html><html><head><title>زيارة الوزير | موقع الأخبار</title></head><body>
    <header><h1>موقع الأخبار</h1></header><nav><p>الرئيسية</p></nav>
    <div><ul><li><a href=/>سياسة</a></li><li><a href=/>رياضة</a></li></ul></div>
    <article><header><h1>زيارة الوزير</h1></header><p>{LONG}</p>
      <aside><p>اقرأ أيضا</p></aside><ul><li>بند <a>فيه رابط</a></li></ul></article>
    <form><p>اشترك في النشرة</p></form><div>مواد أخرى</div><footer><p>حقوق النشر</p></footer>"""
    assert extract_text(page) == f"زيارة الوزير\n{LONG.strip()}\nبند فيه رابط"


def test_a_title_is_kept_unless_the_headline_repeats_it():
    assert extract_text("<title>عنوان الصفحة</title><p>نص</p>") == "عنوان الصفحة\nنص"
    assert extract_text("<title>عنوان - موقع</title><h1>عنوان</h1><p>نص") == "عنوان\nنص"


@pytest.mark.parametrize(
    "page",
    [
        f"<form id=aspnet><p>{LONG}</p></form><p>حقوق</p>",
        f"<table><tr><td>{LONG}</td></tr></table>",
        f"<div>{LONG}<br></div><p>ذيل</p>",
        f"<nav><p>{LONG}</p>",
        f"<li><a href=x>{LONG}</a></li>",
        f"<article><p>بطاقة</p></article><div><p>{LONG}</p></div>",
    ],
    ids=["all in a form", "table", "line breaks", "nav left open", "only links", "small cards"],
)
def test_odd_pages_do_not_lose_their_text(page):
    assert LONG.strip() in extract_text(page)


@pytest.mark.parametrize("piece", ["<", "<p", "</p", "<!--", "<a b='", '<a b="', "<![", "<?", "&#"])
def test_hostile_pages_take_no_longer_than_others(piece):
    started = time.perf_counter()
    assert extract_text(f"<p>{LONG}</p>" + piece * 50_000).startswith(LONG.strip())
    assert time.perf_counter() - started < 5  # some took hours


@given(st.text(alphabet="<>/ap!-?[]& brtd\"'=;#x0نص\n"))
def test_no_markup_breaks_it_and_no_line_is_blank(page):
    text = extract_text(page)
    assert not text or all(line.strip() == line != "" for line in text.split("\n"))


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b'<meta charset="windows-1256">', "windows-1256"),
        (b"<META http-equiv=Content-Type content='text/html; charset=ISO-8859-6'>", "ISO-8859-6"),
        (b"<p>charset=utf-8</p>", None),
        (b" " * 5000 + b"<meta charset=utf-8>", None),
    ],
)
def test_declared_encoding(head, name):
    assert declared_encoding(head) == name


@pytest.mark.parametrize(
    ("declared", "encoding", "text", "warning"),
    [
        ("windows-1256", "windows-1256", LONG, "windows-1256 (guessed)"),
        ("iso-8859-1", "windows-1256", LONG, "windows-1256 (guessed)"),
        ("windows-1256", "utf-8", LONG, None),
        (
            "windows-1252",
            "windows-1252",
            "déjà été à l'école",
            "windows-1252 (declared in the page)",
        ),
    ],
)
def test_the_declaration_helps_but_does_not_decide(
    tmp_path, reading, declared, encoding, text, warning
):
    path = tmp_path / "a.html"
    path.write_bytes(f"<meta charset={declared}><p>{text}".encode(encoding))
    result = reading(path)
    assert result.texts == [text.strip()]
    assert result.warnings == ([(str(path), f"decoded as {warning}")] if warning else [])


def test_a_page_that_declares_nonsense_is_told(tmp_path, reading):
    (tmp_path / "a.html").write_bytes("<meta charset=klingon><p>déjà été à".encode("latin-1"))
    (error,) = reading(tmp_path).errors
    assert "--encoding" in error.remedy


def test_importing_the_readers_loads_nothing_heavy():
    heavy = "{'pyarrow', 'zstandard', 'pandas', 'camel_tools'}"
    code = f"import sys, newsnlp.readers; print({heavy} & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
