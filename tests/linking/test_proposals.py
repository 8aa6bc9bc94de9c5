"""What is proposed as likely one source, and what is not; the file is one that ``--aliases`` reads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.linking import link_claims, read_aliases
from quotes.linking.draft import draft
from quotes.linking.profiles import find_sources
from quotes.linking.proposals import find_proposals


def proposed(claims):
    return [
        (each.one.name, each.other.name, each.reason)
        for group in find_proposals(find_sources(claims))
        for each in group
    ]


@pytest.mark.parametrize(
    ("one", "other", "type_", "reason"),
    [
        ("Ann Trump", "Trump", "person", "100% of the claims by people of that surname"),
        ("Joe Biden", "Joseph R. Biden Jr.", "person", "Joe may be Joseph"),
        ("Hillary Clinton", "Hillary Rodham Clinton", "person", "the same first and last name"),
        ("Reince Priebus", "Reince Preibus", "person", "spelt alike"),
        ("Department of Justice", "DOJ", "organization", "its initials"),
        ("Breitbart News", "Breitbart", "organization", "the only name that begins so"),
    ],
)
def test_what_is_likely_is_proposed_with_its_reason(said, one, other, type_, reason):
    assert proposed([said("a", one, type_), said("b", one, type_), said("c", other, type_)]) == [(one, other, reason)]


def test_one_name_taken_for_two_kinds_of_source_is_proposed(said):
    claims = [said("a", "Black Lives Matter", "organization")] * 2 + [said("b", "Black Lives Matter")]

    assert proposed(claims) == [
        ("Black Lives Matter", "Black Lives Matter", "taken for organization here, for person there")
    ]


def test_a_title_that_is_wrong_once_is_proposed_to_be_left_out_of_account(said):
    claims = [said("a", "John Smith", title="Sen.")] * 9 + [said("b", "John Smith", title="Actress")]

    assert proposed(claims) == [("John Smith", "John Smith", "the same name, but another title")]


@pytest.mark.parametrize(
    "names",
    [
        [("Bill Clinton", "person"), ("Hillary Clinton", "person"), ("Clinton", "person")],
        [("Lee J. Smith", "person"), ("Lee K. Smith", "person")],
        [("George W. Bush", "person"), ("George H.W. Bush", "person")],
        [("Washington", "organization"), ("Washington Post", "organization")],
        [("Fox News", "organization"), ("Fox Sports", "organization"), ("Fox", "organization")],
        [
            ("Central Intelligence Agency", "organization"),
            ("Culinary Institute of America", "organization"),
            ("CIA", "organization"),
        ],
        [("Iran", "organization"), ("Iraq", "organization")],
        [("FEC report", "document"), ("FEC reports", "document")],
        [("Ann Lee", "person"), ("Ann Lee", "person")],
    ],
)
def test_what_is_not_likely_is_not_proposed(said, names):
    assert proposed([said("abc"[i], name, type_) for i, (name, type_) in enumerate(names)]) == []


def test_unnamed_sources_are_not_proposed(said):
    assert proposed([said("a", "aide Ann Lee", named=False), said("b", "aide Anne Lee", named=False)]) == []


CLAIMS = [
    ("a", "Donald Trump", "person"),
    ("b", "Donald Trump", "person"),
    ("c", "Trump", "person"),
    ("d", "Joe “The” Biden", "person"),
    ("e", "Joseph Biden", "person"),
    ("f", "DOJ", "organization"),
    ("g", "Department of Justice", "organization"),
]


def test_the_file_holds_counts_and_reasons_and_is_read_back(said, tmp_path):
    claims = [said(*each) for each in CLAIMS]
    file = tmp_path / "aliases.toml"

    file.write_text(draft(find_proposals(find_sources(claims))), encoding="utf-8")

    assert file.read_text(encoding="utf-8").split("\n\n")[1] == (
        '[[speaker]]\nname = "Donald Trump"  # 2 claims\naliases = [\n'
        '    "Trump",  # 1 claim: 100% of the claims by people of that surname\n]\ntype = "person"'
    )
    linked = link_claims(claims, aliases=read_aliases(file))
    assert len({claim.speaker.id for claim in linked}) == 3
    assert find_proposals(find_sources(claims, read_aliases(file))) == []


def test_a_file_without_proposals_is_one_that_says_nothing(tmp_path):
    (tmp_path / "aliases.toml").write_text(draft([]))

    assert read_aliases(tmp_path / "aliases.toml").entries == {}


@given(order=st.permutations(CLAIMS))
def test_the_order_makes_no_difference(said, order):
    files = [draft(find_proposals(find_sources(said(*each) for each in claims))) for claims in (CLAIMS, order)]

    assert files[0] == files[1]
