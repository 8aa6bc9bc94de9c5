"""Reading the article from first word to last: whom each name, noun and pronoun means, by who is salient there."""

from collections import Counter
from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Token

from quotes import grammar
from quotes.speakers.descriptions import COUNTS, is_definite
from quotes.speakers.gender import GENDERED
from quotes.speakers.meaning import Meaning, Meanings, ReaderPage, together
from quotes.speakers.meaning_of_groups import one_of_two, several
from quotes.speakers.meaning_of_names import of_name, of_people
from quotes.speakers.meaning_of_nouns import aged, of_noun, of_partisan, of_work
from quotes.speakers.meaning_of_pronouns import SEVERAL, THINGS, of_pronoun
from quotes.speakers.registry import Registry
from quotes.speakers.roles import is_person_noun, is_plural
from quotes.speakers.salience import Memory, Referent, make_scene, weight_of
from quotes.speakers.works import find_works
from quotes.values import Attribution, Gender

SURE = 0.7  # share of the pronouns that must agree for their referent's gender to be told
EXAMPLES = frozenset({"like", "including", "such"})
ASIDES = frozenset({"who", "which", "that"}) | EXAMPLES
_PRONOUNS = frozenset(SEVERAL | THINGS | set(GENDERED))
_ADJECTIVES = frozenset({"former", "latter", "old"})
_RELATIVES = frozenset({"who", "which", "that"})
_STANDING_FOR = _PRONOUNS | _ADJECTIVES | _RELATIVES | set(COUNTS)
_NOUNS = frozenset({"NOUN", "PROPN"})


def read(doc: Doc, registry: Registry, attributions: Sequence[Attribution], *, gender: bool = True) -> Meanings:
    """Return whom each mention of *doc* means, by the last token of a name, else by the head of the mention.

    A second reading knows the genders that the first found out.
    """
    scene = make_scene(doc, attributions, registry)
    works = find_works(doc)
    heads = _possible_heads(doc, {*registry.at, *works})
    meanings = _read_once(heads, ReaderPage(registry, scene, {}, gender, works))
    if gender and (told := _genders_told(doc, meanings)):
        meanings = _read_once(heads, ReaderPage(registry, scene, told, gender, works))
    return meanings


def _possible_heads(doc: Doc, names: Iterable[int]) -> list[Token]:
    """Return the tokens of *doc* that may head a mention: words of *names*, nouns, and what stands for either."""
    heads = {*names, *grammar.where(doc, "POS", _NOUNS), *grammar.where(doc, "LOWER", _STANDING_FOR)}
    return [doc[i] for i in sorted(heads)]


def _genders_told(doc: Doc, meanings: Meanings) -> dict[int, Gender]:
    """Return the genders of entities that *he* and *she* clearly meant."""
    votes: dict[int, Counter[Gender]] = {}
    for i, meaning in meanings.items():
        entity = meaning.referent.entity
        if doc[i].lower_ in GENDERED and entity is not None and not entity.gender:
            counter = votes.setdefault(entity.key, Counter())
            counter[GENDERED[doc[i].lower_]] += round(100 * meaning.share)
    clear = {key: counter.most_common(1)[0] for key, counter in votes.items()}
    return {key: gender for key, (gender, count) in clear.items() if count > SURE * votes[key].total()}


def _is_home(token: Token) -> bool:
    """``Oslo-based``: whether it only tells where somebody is at home, so that no ``the city`` goes back to it."""
    return token.doc[token.i + 1 : token.i + 3].text.lower() == "-based"


def _read_once(heads: Sequence[Token], page: ReaderPage) -> Meanings:
    """Return what each of *heads* means, read from first to last with what was read before in mind."""
    memory, meanings = Memory(), Meanings()
    for token in heads:
        meaning = meanings.get(token.i) or _meaning(token, page, memory, meanings)
        if meaning is None:
            continue
        meanings[token.i] = meaning
        if _is_home(token):
            continue
        memory.times[meaning.referent.key] += token.i in page.registry.at
        anchor, sentence = _anchor(token, page.registry), page.scene.sentences[token.i]
        if token.i in page.scene.said:
            memory.spoke[meaning.referent.key] += 1
            memory.heard[meaning.referent.key] = sentence
        memory.tell(meaning.referent, weight_of(anchor, meaning.referent, page.scene), sentence, anchor.i)
        pair = _together(anchor, meanings, page.registry)
        if pair is not None:
            memory.tell(pair, weight_of(_standing(_host(anchor).head), pair, page.scene), sentence, anchor.i)
    return meanings


def _anchor(token: Token, registry: Registry) -> Token:
    """Return the token by which the mention hangs in its sentence."""
    name = registry.name_at(token.i)
    return token.doc[name.start : name.end].root if name else token


def _together(anchor: Token, meanings: Meanings, registry: Registry) -> Referent | None:
    """``Palmer and Sherman``: return both together, at the last of them."""
    anchor = _host(anchor)
    tokens = grammar.conjuncts(anchor.head) if anchor.dep_ in grammar.CONJUNCT else []
    tokens = [token for token in _examples(tokens) if not registry.is_party(token)]
    if (
        not tokens
        or tokens[-1].i != anchor.i
        or any(each.lower_ in ASIDES for each in anchor.doc[tokens[0].i : anchor.i])
    ):
        return None
    found = [meanings.get(registry.end_at(_named(token, registry).i)) for token in tokens]
    members = tuple(meaning.referent for meaning in found if meaning is not None)
    if len({member.key for member in members}) < len(tokens) or any(member.type == "document" for member in members):
        return None
    return together(members)


def _examples(tokens: list[Token]) -> list[Token]:
    """``critics, like Gray, and Dunn``: Gray and Dunn, where the parse joins Dunn with the critics."""
    phrases = grammar.obliques(tokens[0]) if tokens else ()
    named = next((noun for case, noun in phrases if case.lower_ in EXAMPLES), None)
    return tokens if named is None else [named, *(token for token in tokens if token.i > named.i)]


def _host(anchor: Token) -> Token:
    """``his colleague Ann Lee``: return *colleague*, by which the name hangs in its sentence."""
    before = anchor.nbor(-1) if anchor.i and anchor.pos_ == "PROPN" else None
    title = before is not None and is_person_noun(before) and not anchor.is_ancestor(before)
    return before if before is not None and title else anchor


def _named(token: Token, registry: Registry) -> Token:
    """Return the name right after the title *token*, else *token*."""
    name = registry.name_at(token.i + 1) if token.pos_ == "NOUN" and token.i + 1 < len(token.doc) else None
    return token.nbor() if name is not None and name.label == "person" and name.start == token.i + 1 else token


def _standing(first: Token) -> Token:
    """``critics of the plan, like Gray and Dunn,``: return *critics*, in whose place the two named stand."""
    example = next((child for child in first.children if child.lower_ in {"like", "such"}), None)
    named = example is not None and example.i > 0 and example.nbor(-1).text == "," and is_plural(first.head)
    return first.head if named else first


def _meaning(token: Token, page: ReaderPage, memory: Memory, meanings: Meanings) -> Meaning | None:
    """Return what the mention that *token* heads means, None when it heads none."""
    if token.i in page.works or token.i in page.registry.at:
        named = of_work(token, page) or of_name(token, page, memory)
        return named or of_partisan(token, page, memory) or of_people(token, page)
    word = token.lower_
    if word in _PRONOUNS:
        return of_pronoun(token, page, memory, meanings)
    if word in _RELATIVES:
        return _of_relative(token, page, meanings)
    if word in COUNTS and (token.pos_ != "NOUN" or is_definite(token)):
        return several(token, page, memory)
    if word in _ADJECTIVES:
        return _of_adjective(token, page, memory)
    return of_noun(token, page, memory, meanings) if token.pos_ in _NOUNS else None


def _of_relative(token: Token, page: ReaderPage, meanings: Meanings) -> Meaning | None:
    """``Ann Lee, who resigned``: the subject of a relative clause means what the clause stands at."""
    clause = next((each for each in grammar.ancestors(token) if each.dep_ in grammar.RELATIVE), None)
    if token.dep_ not in grammar.SUBJECT or clause is None or clause.head.i > token.i:
        return None
    return meanings.get(page.registry.end_at(clause.head.i))


def _of_adjective(token: Token, page: ReaderPage, memory: Memory) -> Meaning | None:
    """Return whom ``the latter`` and ``the 73-year-old`` mean."""
    if token.lower_ == "old":
        return aged(token, page, memory)
    return one_of_two(token, memory) if is_definite(token) else None
