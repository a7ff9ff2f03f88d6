"""The page in a real browser: everybody can use it, in light and dark, and on paper it says the same.

axe-core, which looks for what shuts people out, is no part of the program: `make setup-dev` puts it into .venv/.axe.
AXE_CORE may name the axe.min.js of another version.
"""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from read_back import pdf_text
from some_reports import harbour, reviewed, written

from statement_compare.engine.model import Comparison, Decision, ReasonKind, Verdict
from statement_compare.engine.report import render
from statement_compare.engine.report.outlining import outline_of
from statement_compare.engine.reported import ReportChoice, Reported, Scope, report_of

ROOT = Path(__file__).resolve().parents[3]
BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), "")
AXE = Path(os.environ.get("AXE_CORE") or ROOT / ".venv" / ".axe" / "axe_playwright_python" / "axe.min.js")
# Nothing is asked of the net, and nothing of a person's own browser.
OPTIONS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--virtual-time-budget=20000"),
)
needs_browser = pytest.mark.skipif(not BROWSER, reason="no Chromium is installed")
needs_axe = pytest.mark.skipif(not AXE.is_file(), reason="axe-core is not there; make setup-dev fetches it")
RUN = """
axe.run(document, {resultTypes: ["violations"]}).then(found => {
  document.documentElement.innerHTML = "<pre></pre>"
  document.querySelector("pre").textContent = JSON.stringify(
    {violations: found.violations, passes: found.passes.length})
})
"""
# Which elements reach beyond the window, and how many rows of two sides there are.
MEASURE = """
const wide = [...document.querySelectorAll("body *")].filter(each =>
  !each.matches(".skip") && each.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
const found = {wide: wide.map(each => each.outerHTML.slice(0, 60)), sides: document.querySelectorAll(".sides").length}
document.documentElement.innerHTML = "<pre></pre>"
document.querySelector("pre").textContent = JSON.stringify(found)
"""
WIDE, NARROW = "--window-size=1280,900", "--window-size=360,700"
DARK = "--blink-settings=preferredColorScheme=0"
CASES = {
    "a comparison": (harbour(), ReportChoice()),
    "a review": (reviewed(), ReportChoice()),
    "a review in Kazakh": (reviewed("kk"), ReportChoice(language="kk")),
    "findings alone": (reviewed("ru"), ReportChoice(Scope.FINDINGS, language="ru", has_agreements=False)),
}


def browsed(page: str, folder: Path, *options: str) -> str:
    (folder / "page.html").write_text(page, encoding="utf-8")
    profile = f"--user-data-dir={folder / 'profile'}"
    command = [BROWSER, *OPTIONS, profile, *options, (folder / "page.html").as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


@needs_browser
@needs_axe
@pytest.mark.parametrize("options", [(WIDE,), (WIDE, DARK), (NARROW,)], ids=["light", "dark", "narrow"])
@pytest.mark.parametrize("case", CASES)
def test_nothing_on_the_page_shuts_anybody_out(case: str, options: tuple[str, ...], tmp_path: Path) -> None:
    subject, choice = CASES[case]
    page = render(subject, "html", choice=choice).decode()
    # The page's own policy would keep the checker from running, as it keeps everything.
    page = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    checker = AXE.read_text(encoding="utf-8").replace("</script", "<\\/script")
    page = page.replace("</body>", f"<script>{checker}</script><script>{RUN}</script></body>")
    written = re.search(r"<pre>(.*?)</pre>", browsed(page, tmp_path, *options, "--dump-dom"), re.DOTALL)
    assert written, "the checker has not ended"
    found = json.loads(html.unescape(written[1]))
    assert found["passes"] > 20
    assert [(each["id"], [node["html"] for node in each["nodes"]]) for each in found["violations"]] == []


def unbroken() -> Reported:
    """A review in which every text is one word of 400 letters."""
    word = "Ұзақсөз" * 57
    link = (0, 0, Verdict.CONTRADICTION, ReasonKind.NUMBER)
    made = written([f"{{{word}}} is", f"{word} was"], [f"{{{word}}} is not", f"No {word} is"], [link])
    source = replace(made.left.source, title=word, speaker=word, path=word, format=word)
    made = replace(made, left=replace(made.left, source=source))
    return Reported(made, {((0,), (0,)): Decision(Verdict.UNCLEAR, word, note=word, reviewer=word)}, reviewer=word)


@needs_browser
@pytest.mark.parametrize("options", [(WIDE,), (NARROW,)], ids=["wide", "narrow"])
def test_a_word_without_end_makes_no_page_wider_than_its_window(options: tuple[str, ...], tmp_path: Path) -> None:
    page = render(unbroken(), "html").decode()
    page = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    page = page.replace("</body>", f"<script>{MEASURE}</script></body>")
    told = re.search(r"<pre>(.*?)</pre>", browsed(page, tmp_path, *options, "--dump-dom"), re.DOTALL)
    assert told
    found = json.loads(html.unescape(told[1]))
    assert found["sides"] >= 2
    assert found["wide"] == []


@needs_browser
@pytest.mark.parametrize("subject", [harbour(), reviewed()], ids=["a comparison", "a review"])
def test_on_paper_the_page_says_the_same(subject: Comparison | Reported, tmp_path: Path) -> None:
    paper = tmp_path / "page.pdf"
    browsed(render(subject, "html").decode(), tmp_path, f"--print-to-pdf={paper}")
    words = set(pdf_text(paper.read_bytes()).split())
    told = outline_of(report_of(subject))
    for finding in told.findings:
        texts = (*finding.messages, *(value for _, value in finding.rows))
        quoted = (quote.text for quotes in finding.quotes for quote in quotes)
        assert [word for text in (*texts, *quoted) for word in text.split() if word not in words] == []
    assert set(told.caveats.split()) <= words
