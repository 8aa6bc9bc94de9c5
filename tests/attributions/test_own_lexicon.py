"""A newsroom's own entries: what is read, what is refused, and that they win."""

import pytest

import quotes
from quotes.attributions import find_attributions
from quotes.attributions.own_lexicon import read_lexicon
from quotes.attributions.rulebook import find_entries
from quotes.errors import UsageError
from quotes.quotations import find_quotations
from tests.examples import stored_parses

HEADER = "rule\tentry\tright\tfound\n"
ENDORSED = "Clinton endorsed the plan."
RULE = "object.plain_object"


@pytest.fixture
def write(tmp_path):
    """A function that writes a file of entries."""

    def write_lines(text, name="own.tsv"):
        file = tmp_path / name
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        return file

    return write_lines


def sure(lexicon=None):
    """Return how sure the tool is that *endorsed* is a cue."""
    doc = stored_parses(RULE)[ENDORSED]
    return [each.confidence for each in find_attributions(doc, find_quotations(doc), lexicon=lexicon)]


def test_an_entry_wins_over_what_was_counted(write):
    own = read_lexicon(write(HEADER + f"{RULE}\tendorse\t97\t100\n"))

    assert sure(own) == [0.97]
    assert sure()[0] not in (0.97, 0)


def test_an_entry_can_silence_a_word(write):
    assert sure(read_lexicon(write(HEADER + f"{RULE}\tendorse\t0\t1\n"))) == []


@pytest.mark.parametrize(
    ("rule", "entry", "advice"),
    [
        ("object.object_and_phrase", "skewer for", "write an entry such as 'accuse … of'"),
        (RULE, "skewer … for", "write no …"),
    ],
)
def test_an_entry_that_its_rule_never_reads_is_refused(write, rule, entry, advice):
    with pytest.raises(UsageError, match=advice):
        read_lexicon(write(HEADER + f"{rule}\t{entry}\t8\t10\n"))


def test_the_place_of_the_object_may_be_three_points(write):
    own = read_lexicon(write(HEADER + "object.object_and_phrase\tskewer ... for\t8\t10\n"))

    assert own["object.object_and_phrase", "skewer … for"].rate == 0.8


def test_entries_by_hand_stay_unless_the_file_says_otherwise(write):
    own = read_lexicon(write(HEADER + "clause.gerund\tdeny\t1\t2\n"))

    assert own["clause.gerund", "deny"].rate == 0.5
    assert own["clause.gerund", "admit"].origin == "by hand"


@pytest.mark.parametrize(
    ("entry", "read_as"), [("spitball", "spitballe"), ("vlog about", "vlogge about"), ("plan", None)]
)
def test_a_verb_that_the_lemmatizer_does_not_know_is_found_in_all_its_forms(write, entry, read_as):
    own = read_lexicon(write(HEADER + f"clause.gerund\t{entry}\t1\t2\n"))

    of_file = {word for (rule, word), each in own.items() if each.origin == "own.tsv"}
    assert entry in of_file
    assert read_as in of_file if read_as else of_file == {entry}


def test_comments_blank_lines_and_a_byte_order_mark_are_passed_over(write):
    own = read_lexicon(write("\ufeff# ours\n\nentry\trule\tfound\tright\r\nCall for\t object.prepositional\t10\t9\r\n"))

    assert own["object.prepositional", "call for"].rate == 0.9


def test_own_entries_are_shown_with_the_name_of_their_file(write):
    own = read_lexicon(write(HEADER + "clause.that_clause\tspitball\t9\t10\n", "news room.tsv"))

    assert [(each.rule, each.origin) for each in find_entries("spitball", own)] == [
        ("clause.that_clause", "news room.tsv")
    ]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", ", line 1: the columns should be rule, entry, right, found, parted by tabs; the file is empty"),
        ("# ours\nrule\tentry\tright\n", ", line 2: the columns should be .*; found rule, entry, right"),
        (HEADER.replace("\t", " "), ", line 1: the columns should be .*; found rule entry right found"),
        (
            HEADER + "\n# that\nclause.that\tsay\t1\t2",
            r", line 4: there is no rule 'clause.that' \(nearest: clause.tha",
        ),
        (HEADER + "x\tsay\t1\t2\n", ", line 2: there is no rule 'x'; `quotes rules` lists them"),
        (HEADER + "clause.gerund\t\t1\t2\n", ", line 2: no entry; give a word"),
        (HEADER + "clause.gerund\tsay\tmany\t2\n", ", line 2: right is 'many', which is no number"),
        (HEADER + "clause.gerund\tsay\t1\tinf\n", ", line 2: found is 'inf', which is no number"),
        (HEADER + "clause.gerund\tsay\t3\t2\n", ", line 2: 3 right of 2 found is no share"),
        (HEADER + "clause.gerund\tsay\t0\t0\n", ", line 2: 0 right of 0 found is no share"),
        (HEADER + "clause.gerund\tsay\t-1\t2\n", ", line 2: -1 right of 2 found is no share"),
        (HEADER + "clause.gerund\tsay\t1\n", ", line 2: 3 columns instead of 4; part them by single tabs"),
        (HEADER + 2 * "clause.gerund\tsay\t1\t2\n", ", line 3: 'say' stands twice under clause.gerund"),
        (b"\xff", ": byte 0xff is not UTF-8"),
    ],
)
def test_what_cannot_be_understood_is_one_line_with_its_place(write, text, complaint):
    with pytest.raises(UsageError, match=rf"own\.tsv{complaint}") as error:
        read_lexicon(write(text))

    assert "\n" not in str(error.value)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(UsageError, match=r"none\.tsv: No such file or directory; check the name"):
        read_lexicon(tmp_path / "none.tsv")


SKEWERED = "Ben Ray skewered the plan."


@pytest.fixture
def skewer(write):
    """A file that says of *skewer* that it is a cue."""
    return write(HEADER + f"{RULE}\tskewer\t8\t10\n")


@pytest.mark.model
def test_claims_are_found_with_it_from_python(nlp, skewer):
    own = quotes.read_lexicon(skewer)

    assert quotes.extract(SKEWERED, nlp=nlp) == []
    assert [claim.confidence for claim in quotes.extract(SKEWERED, nlp=nlp, lexicon=own)] == [0.8]


@pytest.mark.model
def test_worker_processes_find_them_as_well(skewer):
    articles = [quotes.Article("a", SKEWERED)]

    (result,) = quotes.extract_many(articles, jobs=2, lexicon=quotes.read_lexicon(skewer))

    assert [claim.confidence for claim in result.claims] == [0.8]


@pytest.mark.model
def test_a_pipeline_of_your_own_finds_them_as_well(skewer, tmp_path):
    nlp = quotes.load()
    nlp.add_pipe("quotes", config={"lexicon": str(skewer)})

    assert [claim.confidence for claim in nlp(SKEWERED)._.claims] == [0.8]
