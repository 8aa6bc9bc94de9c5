"""The report, driven in a browser as a person would."""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from quotes.articles import Article
from quotes.batch import Result
from quotes.corrections import SpeakerCorrection, read_corrections
from quotes.records import read_claims
from quotes.report import make_article_page, make_report

FIXTURES = Path(__file__).parents[2] / "fixtures"
KCNA = "2025-01-20-kcna-nato"
RUTTE = "Mark Rutte"
IN_VIEW = "(selector) => document.querySelector(selector).getBoundingClientRect().bottom < innerHeight"
HOSTILE = (
    "</script><script>window.ran = 1</script><img src=x onerror='window.ran = 1'> <b> \u202eton\u2028& &amp; ]]> -->"
)


@pytest.fixture(scope="module")
def fixtures():
    """The claims of the fixtures, made by hand, and the texts of their articles."""
    claims = [claim for file in sorted((FIXTURES / "expected").glob("*.jsonl")) for claim in read_claims(file)]
    texts = [file.read_bytes().decode() for file in (FIXTURES / "articles").glob("*.txt")]
    return claims, {hashlib.sha256(text.encode()).hexdigest(): text for text in texts}


@pytest.fixture(scope="module")
def report(fixtures, tmp_path_factory):
    """The report of the fixtures."""
    file = tmp_path_factory.mktemp("report") / "report.html"
    file.write_text(make_report(*fixtures, title="Who said what"), encoding="utf-8")
    return file


@pytest.fixture
def write(tmp_path):
    """A function that writes the report of some claims and returns its file."""

    def write_report(claims, texts=()):
        page = make_report(claims, {Article("", text).sha256: text for text in texts}, title=HOSTILE)
        (tmp_path / "report.html").write_text(page, encoding="utf-8")
        return tmp_path / "report.html"

    return write_report


def summary(page):
    return page.inner_text("#summary")


def words(page):
    return page.locator("#claims .words").all_text_contents()


def quotes_in(folder, *args):
    """Run the command in *folder* and return what it writes."""
    command = [sys.executable, "-m", "quotes", *map(str, args)]
    return subprocess.run(command, cwd=folder, check=True, capture_output=True).stdout.decode()


def press(page, name):
    page.get_by_role("button", name=name, exact=True).click()


def download(page, tmp_path):
    with page.expect_download() as waiting:
        page.click("#save")
    waiting.value.save_as(tmp_path / "corrections.jsonl")
    return tmp_path / "corrections.jsonl"


def test_a_claim_is_searched_opened_and_corrected(open_page, report, fixtures, tmp_path):
    page = open_page(report)
    total = f"{len(fixtures[0])} claims"
    assert total in summary(page)

    page.fill("#search", "matter of words")
    assert words(page) == ["that the dispute would stay “a matter of words.”"]

    page.click("#claims .words")
    expect(page.locator("#article h3")).to_contain_text("KCNA: Japan’s NATO mission")
    assert page.inner_text("#article .text mark.cue") == "expressed hope"
    assert RUTTE in page.inner_text("#article .text mark.source")

    press(page, "Accept")
    page.fill("[name=name]", "Marit Solheim")
    page.fill("[name=note]", "heard it myself")
    page.locator("[name=note]").blur()
    expect(page.locator(".open ins")).to_have_text("Marit Solheim")
    expect(page.locator("#progress")).to_contain_text("1 of")

    (correction,) = read_corrections(download(page, tmp_path))
    (claim,) = (claim for claim in fixtures[0] if claim.id == correction.id)
    assert (correction.article, correction.sha256) == (claim.article.id, claim.article.sha256)
    assert [(place.start, place.end) for place in correction.content] == [(p.start, p.end) for p in claim.content]
    assert correction.verdict == "accept"
    assert correction.speaker == SpeakerCorrection(name="Marit Solheim", type="person", named=True)
    assert correction.note == "heard it myself"


@pytest.mark.model
def test_a_speaker_corrected_on_the_page_is_the_speaker_of_the_next_run(open_page, folder, tmp_path):
    for args in (["extract", folder, "-o", "claims.jsonl"], ["report", "claims.jsonl", "-o", "report.html"]):
        quotes_in(tmp_path, *args)
    page = open_page(tmp_path / "report.html")
    page.click("#claims .words:has-text('We won the vote')")
    page.fill("[name=name]", "Eva Ohm")
    page.locator("[name=name]").blur()
    file = download(page, tmp_path)

    quotes_in(tmp_path, "extract", folder, "--corrections", file, "-o", "claims.jsonl")

    assert "“We won the vote,”" in quotes_in(tmp_path, "by", "Ohm", "claims.jsonl")


@pytest.mark.parametrize(
    ("typed", "speaker"),
    [
        ("Eva Ohm", SpeakerCorrection(name="Eva Ohm", type="group", named=True)),
        ("ministers", SpeakerCorrection(name="ministers", type="group", named=False)),
        ("", SpeakerCorrection(name=None, type="unknown", named=False)),
    ],
)
def test_the_form_tells_a_name_from_none(open_page, write, make_claim, tmp_path, typed, speaker):
    claim = make_claim(name="officials")
    unnamed = claim.speaker.model_copy(update={"named": False, "type": "group"})
    page = open_page(write([claim.model_copy(update={"speaker": unnamed})]))
    page.click("#claims .words")

    page.fill("[name=name]", typed)

    assert [each.speaker for each in read_corrections(download(page, tmp_path))] == [speaker]


def test_a_correction_taken_back_is_none(open_page, report):
    page = open_page(report)
    page.click("#claims .words >> nth=0")
    name = page.input_value("[name=name]")
    page.fill("[name=name]", "Eva Ohm")
    page.fill("[name=name]", name)

    assert page.inner_text("#progress").startswith("0 of")


def test_what_was_said_is_still_there_after_a_reload(open_page, report):
    page = open_page(report)
    page.click("#claims li:nth-child(3) .words")
    press(page, "Reject")

    page.reload()

    assert page.inner_text(".open .verdict") == "rejected"
    page.select_option("#review", "reject")
    assert summary(page).startswith("1 of")


def test_without_storage_it_says_so_and_what_was_said_can_be_downloaded(open_page, report, tmp_path):
    page = open_page(report, script="Object.defineProperty(window, 'localStorage', {get() { throw new Error('no') }})")
    page.click("#claims .words >> nth=0")
    press(page, "Accept")

    assert "download the corrections before you close it" in page.inner_text("#progress")
    assert [each.verdict for each in read_corrections(download(page, tmp_path))] == ["accept"]


def test_corrections_are_loaded(open_page, report, fixtures, tmp_path):
    page = open_page(report)
    page.click("#claims .words >> nth=0")
    press(page, "Reject")
    file = download(page, tmp_path)
    other = open_page(report)

    other.set_input_files("#file", file)

    other.wait_for_selector(".verdict.reject")
    assert other.inner_text("#progress").startswith("1 of 1 correction loaded.")


def test_filters_and_sources_narrow_the_claims(open_page, report, fixtures):
    page = open_page(report)
    questions = [claim.text for claim in fixtures[0] if claim.cue.act == "question"]
    page.select_option("#act", "question")
    assert words(page) == questions

    press(page, "Clear all")
    page.fill("#since", "2025-01-21")
    page.fill("#until", "2025-01-22")
    assert summary(page).startswith(str(sum(claim.article.date == "2025-01-22" for claim in fixtures[0])))

    press(page, "Clear all")
    page.click("#sources button:has-text('Korean Central News Agency')")
    kcna = [claim.text for claim in fixtures[0] if claim.speaker.name == "Korean Central News Agency"]
    assert words(page) == kcna


def test_words_are_found_whatever_their_accents_and_brought_out(open_page, write, make_claim):
    page = open_page(write([make_claim().model_copy(update={"text": "“Señor Müller won,” \u202eshe said"})]))

    page.fill("#search", "SENOR uller won")

    assert page.locator("#claims .hit").all_text_contents() == ["Señor", "üller", "won"]
    assert words(page) == ["“Señor Müller won,” [U+202E]she said"]


def test_keys_move_open_and_judge(open_page, report):
    page = open_page(report)
    page.focus("#claims li:nth-child(1) .words")

    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "Enter", "a"):
        page.keyboard.press(key)

    assert page.inner_text("#claims li:nth-child(2) .verdict") == "accepted"


def test_a_phone_shows_one_pane_at_a_time(open_page, report):
    page = open_page(report, viewport={"width": 390, "height": 844})
    assert page.locator("section:visible").count() == 1

    page.click("#claims .words >> nth=0")
    last = page.locator("#article .number").last.inner_text()
    page.click("text=Read it in the article")
    assert page.locator("#article .text mark.content").first.is_visible()

    page.click(f"#article .number >> text={last}")
    press(page, "Claims")
    assert page.evaluate(IN_VIEW, ".open .words")

    press(page, "Article")
    assert page.evaluate(IN_VIEW, "#article mark.content")
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_hostile_text_is_shown_and_nothing_runs(open_page, write, make_claim):
    text = f"“We won,” Ana Lee told {HOSTILE}"
    claim = make_claim(HOSTILE, text, name=HOSTILE)
    about = claim.article.model_copy(update={"url": "javascript:window.ran=1", "title": HOSTILE, "publisher": HOSTILE})
    page = open_page(write([claim.model_copy(update={"article": about, "text": HOSTILE})], [text]))
    page.click("#claims .words")

    shown = HOSTILE.replace("\u202e", "[U+202E]").replace("\u2028", "\n\n")
    assert page.inner_text("#article .text") == f"1“We won,” Ana Lee told {shown}"
    assert page.inner_text("#article h3") == page.inner_text("h3 bdi")
    assert page.locator("#article a:has-text('original')").count() == 0
    assert page.locator("img").count() == 0
    assert page.evaluate("window.ran") is None


@pytest.mark.parametrize(
    ("attempt", "directive"),
    [
        (
            "document.body.append(Object.assign(document.createElement('img'), {src: 'https://example.org/'}))",
            "img-src",
        ),
        (
            "document.body.append(Object.assign(document.createElement('style'), {textContent: 'b {}'}))",
            "style-src-elem",
        ),
        ("fetch('https://example.org/').catch(() => {})", "connect-src"),
        ("try { document.body.innerHTML = '<b>' } catch {}", "require-trusted-types-for"),
    ],
)
def test_the_policy_lets_nothing_load_or_run(browser, report, attempt, directive):
    page = browser.new_page()
    page.goto(f"file://{report}")

    seen = page.evaluate(
        f"""new Promise((resolve) => {{
            addEventListener("securitypolicyviolation", (event) => resolve(event.effectiveDirective));
            {attempt}
        }})"""
    )

    page.close()
    assert seen == directive


def test_without_the_texts_the_words_of_the_claims_are_shown(open_page, write, make_claim):
    page = open_page(write([make_claim()]))
    page.click("#claims .words")

    assert "The text of this article is not in this report" in page.inner_text("#article .notice")
    assert page.inner_text("#article li.on").split() == ["1", "Ana", "Lee", "told", "“We", "won,”"]


def test_twenty_thousand_claims_are_shown_in_parts(open_page, write, make_claim):
    claim, claims = make_claim(), []
    for number in range(20_000):
        article = claim.article.model_copy(update={"id": f"story-{number // 20}"})
        claims.append(claim.model_copy(update={"id": f"{number:016x}", "article": article, "text": f"Claim {number}"}))
    page = open_page(write(claims))

    assert summary(page) == "20,000 claims by 1 source"
    assert len(words(page)) < 300

    page.fill("#search", "claim 1234")
    assert summary(page).startswith("12 of 20,000")

    page.fill("#search", "")
    page.evaluate(f"location.hash = '{15_000:016x}'")
    page.wait_for_selector(".open")
    assert page.inner_text(".open .words") == "Claim 15000"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_fault_of_accessibility_is_found(open_page, report, fixtures, scheme):
    page = open_page(report, color_scheme=scheme)
    page.click("#claims .words >> nth=0")

    found = Axe().run(page)

    assert found.violations_count == 0, found.generate_report()


def test_the_page_of_an_article_is_accessible(open_page, make_claim, tmp_path):
    text = "“We won,” Ana Lee told reporters on Tuesday."
    (tmp_path / "a.html").write_text(make_article_page([Result(Article("a", text), (make_claim(),))]), encoding="utf-8")
    page = open_page(tmp_path / "a.html", color_scheme="dark")

    found = Axe().run(page)

    assert found.violations_count == 0, found.generate_report()
