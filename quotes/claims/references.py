"""Pronouns, short names and definite nouns of a content, said by the names of those they mean.

Only where the reading of the article is sure, and where the content itself does not tell who is meant.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from spacy.tokens import Span, Token

from quotes import grammar
from quotes.claims.edits import Edit, listed, possessive
from quotes.claims.first_person import FIRST, first_person, spelled_out
from quotes.claims.story import Story
from quotes.paragraphs import text_of
from quotes.speakers.gender import GENDERED
from quotes.speakers.meaning import Meaning
from quotes.speakers.meaning_of_pronouns import SEVERAL, THINGS, agreement
from quotes.speakers.roles import is_plural, kinds_of, role_of
from quotes.speakers.salience import Referent
from quotes.speakers.turns import PRESS
from quotes.values import Speaker

SURE_OF_PRONOUN, SURE_OF_NOUN, SURE_OF_NAME = 0.7, 0.8, 0.9  # share of the salience that the one meant must have
PRONOUNS = GENDERED.keys() | SEVERAL | THINGS
STANDING_FOR = PRONOUNS | FIRST
TO_BODIES = frozenset(
    {"approach", "ask", "consult", "inform", "invite", "notify", "pass", "tell", "warn"}
)  # "it had been"
UNTOUCHED = ("self", "selves", "hers", "theirs")


@dataclass(frozen=True, slots=True)
class Mention:
    """A word of a content that may mean somebody, and who has been named in the content before it."""

    story: Story
    token: Token
    meaning: Meaning | None  # whom it means
    speaker: Speaker
    source: Meaning | None  # whom the source means
    cue: Span | None
    source_span: Span | None
    first: int  # token of the content
    named: set[str] = field(default_factory=set)
    in_sentence: dict[str, tuple[Referent, Token]] = field(default_factory=dict)

    @property
    def is_source(self) -> bool:
        """Whether it means the one whose content it stands in."""
        if self.meaning is None:
            return False
        referent = self.meaning.referent
        by_name = referent.entity is not None and referent.entity.name == self.speaker.name
        return by_name or (self.source is not None and referent.key == self.source.referent.key)


Replacer = Callable[[Mention], list[Edit]]


def find_references(story: Story, number: int) -> list[Edit]:
    """Return what to say instead of the words in the content of attribution *number* that mean somebody."""
    source, speaker, attribution = story.source_meanings[number], story.speakers[number], story.attributions[number]
    named: set[str] = set()
    in_sentence: dict[str, tuple[Referent, Token]] = {}
    found: list[Edit] = []
    content = [token for piece in attribution.content for token in piece]
    for token in content:
        if token.is_sent_start:
            in_sentence.clear()
        meaning = story.meaning_at(token)
        if meaning is None and token.lower_ not in STANDING_FOR:
            continue
        mention = Mention(
            story,
            token,
            meaning,
            speaker,
            source,
            attribution.cue,
            attribution.source,
            content[0].i,
            named,
            in_sentence,
        )
        found += _edits(mention, {i for edit in found for i in range(edit.start, edit.end)})
        if meaning is not None and token.pos_ != "PRON":
            named.add(meaning.referent.key)
            in_sentence[meaning.referent.key] = meaning.referent, token
    return found


def _edits(mention: Mention, taken: set[int]) -> list[Edit]:
    """Return the answer of the first replacer that has one, without what is said of the words *taken*."""
    answers = (replacer(mention) for replacer in REPLACERS)
    found = next((answer for answer in answers if answer), [])
    return [edit for edit in found if taken.isdisjoint(range(edit.start, edit.end))]


def _quoted_first_person(mention: Mention) -> list[Edit]:
    """``I``, ``my`` between marks."""
    return first_person(mention.token, mention.story.quoted_speaker)


def _pronoun(mention: Mention) -> list[Edit]:
    """``he``, ``her``, ``their``: of one whom the sentence has not named."""
    token = mention.token
    if token.lower_ not in PRONOUNS or token.lower_.endswith(UNTOUCHED) or any(rival(mention) for rival in RIVALS):
        return []
    name = _speaker_meant(mention) or _other_meant(mention)
    if name is None:
        return []
    if token.tag_ == "PRP$":
        return [Edit(token.i, token.i + 1, possessive(name))]
    if token.lower_ in SEVERAL and mention.meaning:  # a list of names once in a sentence is enough
        mention.in_sentence[mention.meaning.referent.key] = mention.meaning.referent, token
    return [Edit(token.i, token.i + 1, name), *spelled_out(token)]


def _speaker_meant(mention: Mention) -> str | None:
    """``Ann Lee said she would``: return what to call the speaker; in a quotation, she would have said *I*."""
    token, speaker, source = mention.token, mention.speaker, mention.source
    if mention.story.is_verbatim(token) or not _stands_off(mention) or not (mention.is_source or _fits(mention)):
        return None
    if source is not None and _is_clear(mention, source.referent.key):
        return None
    if token.lower_ in SEVERAL and not speaker.plural:
        return None
    several = listed([member.name for member in speaker.members])
    return several or (mention.story.name_of(source.referent) if source else speaker.name)


def _fits(mention: Mention) -> bool:
    """Return whether a subject, or its owner, agrees with the named speaker, and the reading is not sure of another."""
    token, speaker, meaning = mention.token, mention.speaker, mention.meaning
    if mention.cue is not None and token.i < mention.cue.start:
        return False  # "He faces prison, Ann Lee said"
    subject = token if token.tag_ != "PRP$" else token.head
    unsure = (meaning is None or meaning.share < SURE_OF_NAME) and subject.dep_ in grammar.SUBJECT
    if token.lower_ in GENDERED:
        return unsure and speaker.named and speaker.type == "person" and speaker.gender == GENDERED[token.lower_]
    return unsure and token.lower_ in SEVERAL and bool(speaker.members) and speaker.named


def _other_meant(mention: Mention) -> str | None:
    """Return what to call somebody other than the speaker, when the reading of the article is sure of him."""
    token, meaning = mention.token, mention.meaning
    if meaning is None or mention.is_source or _is_clear(mention, meaning.referent.key):
        return None
    if token.lower_ in GENDERED:
        sure = meaning.referent.entity is not None and meaning.share >= _least_share(mention)
    else:
        sure = token.lower_ in SEVERAL and all_named(meaning.referent.members) and meaning.share >= SURE_OF_NOUN
    return mention.story.name_of(meaning.referent) if sure and not _speaks(mention, meaning.referent) else None


def _is_clear(mention: Mention, key: str) -> bool:
    """Return whether the content says itself who is meant: the sentence has named him, or the clause is about him."""
    return key in mention.in_sentence or (mention.token.tag_ == "PRP$" and _subject_key(mention) == key)


def _subject_key(mention: Mention) -> str | None:
    """``Trump sold his house``: return the key of the subject before an owner, in the same clause."""
    for verb in grammar.ancestors(mention.token):
        subject = grammar.subject(verb)
        if subject is not None:
            within = mention.first <= subject.i < mention.token.i
            meaning = mention.story.meaning_of(subject) if within else None
            return meaning.referent.key if meaning else None
    return None


def _least_share(mention: Mention) -> float:
    """Return how sure it must be that *he* in reported speech is not the man who speaks."""
    fits = mention.speaker.type == "person" and mention.speaker.gender in {None, GENDERED[mention.token.lower_]}
    return SURE_OF_NAME if fits and not mention.story.is_verbatim(mention.token) else SURE_OF_PRONOUN


def _speaks(mention: Mention, referent: Referent) -> bool:
    """Return whether *referent* says the quotation that the mention stands in, and so would have said *I*."""
    speaker = mention.story.quoted_speaker(mention.token)
    return speaker is not None and referent.entity is not None and speaker.name == referent.entity.name


def _has_rival(mention: Mention) -> bool:
    """``Zaheed said Clinton’s answer hurt her``: has the sentence named somebody else whom *he* or *she* would fit?"""
    token = mention.token
    gender = GENDERED.get(token.lower_)
    return gender is not None and any(
        referent.type == "person" and referent.gender in {None, gender} and (other.head.i != token.head.i)
        for referent, other in mention.in_sentence.values()
    )


def _follows_subject(mention: Mention) -> bool:
    """``The Post wrote that Acme had cut its prices``: may *its* or *their* mean the subject of its own clause?"""
    token = mention.token
    if token.lower_ not in THINGS | SEVERAL:
        return False
    subjects = (grammar.subject(above) for above in grammar.ancestors(token))
    inside = [found for found in subjects if found is not None and mention.first <= found.i < token.i]
    return any(_agrees(mention, subject) and not subject.is_ancestor(token) for subject in inside)


def _follows_person(mention: Mention) -> bool:
    """``“The secretary erred. He regrets it”``: has the content a subject that is a noun, whom *he* may mean?"""
    token = mention.token
    if token.lower_ not in GENDERED:
        return False
    before = (token.doc[i] for i in range(mention.first, token.i))
    nouns = (each for each in before if each.pos_ == "NOUN" and each.dep_ in grammar.SUBJECT)
    meant = mention.meaning.referent.key if mention.meaning is not None else None
    return any(_agrees(mention, noun) and _key_of(mention, noun) != meant for noun in nouns)


def _key_of(mention: Mention, noun: Token) -> str | None:
    meaning = mention.story.meaning_of(noun)
    return meaning.referent.key if meaning is not None else None


def _follows_hearer(mention: Mention) -> bool:
    """``Lee told the senator that he was a liar``: may *he* mean who is told? Reporters are hardly meant."""
    verb, told = mention.cue.root if mention.cue is not None else None, mention.token
    if verb is None or mention.story.is_verbatim(told):
        return False
    heard = _objects_between(mention, verb)
    return any(_agrees(mention, each) and not PRESS & kinds_of(each.lemma_.lower()) for each in heard)


def _follows_deed(mention: Mention) -> bool:
    """``The court struck down the law, saying it was vague``: may *it* mean what the deed is done to?"""
    verb = mention.cue.root if mention.cue is not None else None
    if verb is None or verb.tag_ != "VBG" or verb.dep_ not in grammar.ADVERBIAL_CLAUSE or not mention.is_source:
        return False
    return any(_agrees(mention, each) for each in _objects_between(mention, verb.head))


def _objects_between(mention: Mention, verb: Token) -> list[Token]:
    """Return the objects of *verb* between it and the content."""
    objects = grammar.children(verb, grammar.OBJECT | grammar.INDIRECT_OBJECT)
    return [each for each in objects if verb.i < each.i < mention.first]


def _follows_other(mention: Mention) -> bool:
    """``The judge kept Ann’s testimony, saying she``: is somebody else whom *she* would fit named before?

    Before the content of a participle, or in the source: ``an aide to Ann Lee said she``.
    """
    gender, cue, doc = GENDERED.get(mention.token.lower_), mention.cue, mention.token.doc
    if gender is None or cue is None or mention.story.is_verbatim(mention.token):
        return False
    aside = doc[grammar.sentence(cue.root).start : mention.first] if cue.root.tag_ == "VBG" else ()
    before = (*aside, *(mention.source_span or ()))
    others = [each.referent for token in before if (each := mention.story.meaning_at(token))]
    own = {each.referent.key for each in (mention.source, mention.meaning) if each is not None}
    return any(each.type == "person" and each.gender in {None, gender} and each.key not in own for each in others)


def _agrees(mention: Mention, noun: Token) -> bool:
    """Return whether the pronoun may mean *noun*, which is not the source."""
    meaning, pronoun = mention.story.meaning_of(noun), mention.token.lower_
    if meaning is not None:
        other = mention.source is None or meaning.referent.key != mention.source.referent.key
        return other and agreement(pronoun, meaning.referent) > 0
    role = role_of(noun)
    if noun.pos_ not in {"NOUN", "PROPN"} or (pronoun in SEVERAL) != is_plural(noun):
        return False
    person = role is not None and role.type == "person"
    return person if pronoun in GENDERED else pronoun in SEVERAL or not person


def _stands_off(mention: Mention) -> bool:
    """Return whether the pronoun may be the one who speaks: in ``Ann likes her``, ``it was time`` it is not."""
    token = mention.token
    if token.tag_ == "PRP$":
        return True
    if token.lower_ in THINGS:
        active = not grammar.is_passive(token.head) or token.head.lemma_.lower() in TO_BODIES
        return token.dep_ in grammar.SUBJECT and token.head.pos_ == "VERB" and active
    if token.lower_ in SEVERAL:
        return token.dep_ in grammar.SUBJECT  # not "said he paid them"
    subjects = (grammar.subject(above) for above in grammar.ancestors(token))
    subject = next((found for found in subjects if found is not None), None)
    if subject is None or subject.i == token.i:
        return token.dep_ in grammar.SUBJECT
    meaning = mention.story.meaning_of(subject)
    return meaning is None or mention.source is None or meaning.referent.key != mention.source.referent.key


def _short_name(mention: Mention) -> list[Edit]:
    """``Ms. Duval`` → ``Claire Duval``, ``Halden`` → ``Halden Foods``: of one whom the content has not named."""
    token, meaning, doc, text = mention.token, mention.meaning, mention.story.doc, text_of(mention.story.doc)
    name = mention.story.reading.registry.name_at(token.i)
    entity = meaning.referent.entity if meaning else None
    if name is None or meaning is None or entity is None or token.i != name.end - 1:
        return []
    full, end = entity.name, token.idx + len(token)
    shorter = f" {name.text}" in full or full.startswith(f"{name.text} ")
    before = doc[name.title_start - 1] if name.title_start else None
    one_of = entity.type == "person" and before is not None and before.pos_ in {"ADJ", "DET", "NUM"}  # ``the Trumps``
    told = one_of or text[end - len(full) : end] == full or doc[name.start : name.end].root.dep_ in grammar.COMPOUND
    if not shorter or told or meaning.share < SURE_OF_NAME or meaning.referent.key in mention.named:
        return []
    return [_in_place(mention, name.title_start if name.courtesy else name.start, name.end, full)]


def _definite_noun(mention: Mention) -> list[Edit]:
    """``the company’s plant`` → ``Halden Foods’ plant``: of one whom the content has not named."""
    token, meaning = mention.token, mention.meaning
    if token.pos_ != "NOUN" or meaning is None or mention.story.reading.registry.name_at(token.i):
        return []
    unsure = meaning.share < SURE_OF_NOUN or meaning.referent.key in mention.named
    if unsure or not _is_bare(token) or not _is_called_so(meaning.referent, token):
        return []
    name = mention.story.name_of(meaning.referent)
    return [_in_place(mention, token.left_edge.i, token.i + 1, name)] if name is not None else []


def _is_bare(noun: Token) -> bool:
    """``the company``, ``the two leaders``, not ``the president of France``, ``the first man``."""
    others = [child for child in noun.children if child.tag_ not in {"POS", "CD"} and not child.is_punct]
    plain = all(child.lower_ == "the" or child.dep_ in grammar.CASE for child in others)
    loose = noun.dep_ not in grammar.APPOSITION | grammar.COMPOUND | grammar.CONJUNCT
    return plain and loose and noun.left_edge.lower_ == "the"


def _is_called_so(referent: Referent, noun: Token) -> bool:
    """Return whether *noun* is a word for *referent*: of a title or description, or for its kind of organization."""
    return all_named(referent.members) or (referent.entity is not None and noun.lemma_.lower() in referent.entity.kinds)


def all_named(members: tuple[Referent, ...]) -> bool:
    """Return whether there are *members*, each of them with a proper name."""
    return bool(members) and all(member.entity is not None for member in members)


def _in_place(mention: Mention, start: int, end: int, name: str) -> Edit:
    """Return the edit that says *name*, with the possessive mark that follows."""
    doc = mention.story.doc
    if end < len(doc) and doc[end].tag_ == "POS":
        return Edit(start, end + 1, possessive(name))
    return Edit(start, end, name)


RIVALS = (_has_rival, _follows_subject, _follows_person, _follows_hearer, _follows_deed, _follows_other)
REPLACERS: tuple[Replacer, ...] = (_quoted_first_person, _pronoun, _short_name, _definite_noun)
