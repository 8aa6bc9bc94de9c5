"""Sources that are pronouns: whom they stand for."""

from dataclasses import replace

from spacy.tokens import Span, Token

from quotes import grammar
from quotes.lexicons import words
from quotes.quotations import between_marks
from quotes.speakers.gender import GENDERED
from quotes.speakers.meaning import Meaning
from quotes.speakers.meaning_of_pronouns import SEVERAL, THINGS
from quotes.speakers.nominals import apposed_person, is_one_of, single
from quotes.speakers.situation import Situation, meant
from quotes.values import Speaker

SURE = 0.6  # a smaller share of the salience is a doubt
RELATIVE = frozenset({"who", "which", "that", "whom", "whose"})
REACH = 3  # nouns before a relative pronoun that the parse leaves alone
NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
FIRST = frozenset({"i", "we", "me", "us", "my", "our", "mine", "ours", "myself", "ourselves"})
INDEFINITE = words("groups_indefinite")
OWN_WORDS = ("label.", "quoted.")  # rules for what somebody said to the letter, whatever the marks


def he_she(situation: Situation) -> Speaker | None:
    """``she``: the most salient person who may be a woman."""
    if situation.head is None or situation.head.lower_ not in GENDERED:
        return None
    found = _meant(situation)
    return replace(found, gender=found.gender or GENDERED[situation.head.lower_]) if found else None


def it(situation: Situation) -> Speaker | None:
    """``it``: the most salient organization or document."""
    return _meant(situation) if situation.head is not None and situation.head.lower_ in THINGS else None


def they(situation: Situation) -> Speaker | None:
    """``they``: the most salient group; ``one of them``: a nameless one of it."""
    if situation.head is None or situation.source is None or situation.head.lower_ not in SEVERAL:
        return None
    found, noun = _meant(situation), situation.meaning.referent.noun if situation.meaning else None
    if found is None or not is_one_of(situation.source):
        return found
    return single(found, noun) if noun is not None else Speaker("one", False, "person")


def latter(situation: Situation) -> Speaker | None:
    """``the latter``, ``the former``: that one of the two mentioned last."""
    return _meant(situation) if situation.head is not None and situation.head.lower_ in {"former", "latter"} else None


def relative(situation: Situation) -> Speaker | None:
    """``critics, who said``: what the relative clause stands at."""
    if situation.head is None or situation.source is None or situation.head.lower_ not in RELATIVE:
        return None
    nouns = _antecedents(situation, _first_of_joined(situation.head))
    answers = [situation.resolve(_phrase_before(situation, noun)) for noun in nouns]
    who = situation.head.lower_ in {"who", "whom"}
    fitting = [answer for answer in answers if not who or answer.type in {"person", "group"}]
    return next(iter(fitting or answers), None)


def _first_of_joined(pronoun: Token) -> Token:
    """``a man who smoked a pipe and who said``: return the first *who* for the second."""
    before = pronoun.nbor(-1) if pronoun.i else pronoun
    if before.tag_ != "CC":
        return pronoun
    sentence = grammar.sentence(pronoun)
    return next((token for token in sentence if token.lower_ == pronoun.lower_ and token.i < before.i), pronoun)


def _antecedents(situation: Situation, pronoun: Token) -> list[int]:
    """Return the nouns that the relative clause of *pronoun* may stand at: by the parse, then those above."""
    for token in grammar.ancestors(pronoun):
        if token.dep_ in grammar.RELATIVE and token.head.i < pronoun.i:
            above = [other.i for other in grammar.ancestors(token.head) if other.pos_ in NOUNS and other.i < pronoun.i]
            if token.head.pos_ in NOUNS:
                return [token.head.i, *above[:1]]
    return [i for i in range(pronoun.i - 1, -1, -1) if situation.doc[i].pos_ in NOUNS][:REACH]


def _phrase_before(situation: Situation, noun: int) -> Span:
    first = min(token.i for token in situation.doc[noun].subtree)
    name = situation.registry.name_at(noun)
    return situation.doc[min(first, noun) : max(noun + 1, name.end if name else 0)]


def first_person(situation: Situation) -> Speaker | None:
    """``I`` between somebody's quotation marks: that speaker. Elsewhere the writer, who is no speaker."""
    if situation.head is None or situation.head.lower_ not in FIRST:
        return None
    for index, attribution in enumerate(situation.attributions):
        within = any(_quotes(span, situation.head, attribution.rule) for span in attribution.content)
        if within and index in situation.speakers and index != situation.index:
            return replace(situation.speakers[index], candidates=())
    return Speaker(plural=situation.head.lower_ in {"we", "us", "our"}, warnings=("no_source",))


def _quotes(span: Span, pronoun: Token, rule: str) -> bool:
    """``“I left,” Lee said``, ``LEE: I left``: are these Lee’s own words? Not so ``Lee says I may go``."""
    within = span.start <= pronoun.i < span.end
    return within and (rule.startswith(OWN_WORDS) or pronoun.i in between_marks(pronoun.doc))


def indefinite(situation: Situation) -> Speaker | None:
    """``some``, ``others``, ``someone in attendance``: an unnamed source; ``one, Ann Lee,``: she."""
    if situation.head is None or situation.source is None or situation.head.lower_ not in INDEFINITE:
        return None
    if named := apposed_person(situation):
        return named
    if situation.head.i and situation.head.nbor(-1).lower_ == "no":
        return Speaker("no one", False, "person")
    single = situation.head.lower_ in {"someone", "somebody", "anyone", "anybody", "one", "nobody", "none"}
    return Speaker(situation.head.lower_, False, "person" if single else "group", plural=not single)


def unresolved(situation: Situation) -> Speaker | None:
    """``it`` with nothing before that it could mean."""
    if situation.head is None or situation.head.pos_ != "PRON":
        return None
    return Speaker(gender=GENDERED.get(situation.head.lower_), warnings=("ambiguous_pronoun",))


def _meant(situation: Situation) -> Speaker | None:
    meaning = situation.meaning
    if meaning is None:
        return None
    found = _introduced(meaning, situation) or meant(meaning)
    return replace(found, warnings=("ambiguous_pronoun",)) if meaning.share < SURE else found


def _introduced(meaning: Meaning, situation: Situation) -> Speaker | None:
    """``A sheriff says he is tired. … Ann Lee, the sheriff``: return whom the noun that *he* stands for introduces."""
    noun = meaning.referent.noun if meaning.referent.entity is None and not meaning.referent.plural else None
    told = situation.resolve(noun.doc[noun.i : noun.i + 1]) if noun is not None else None
    return replace(told, candidates=()) if told is not None and told.named and told.type == "person" else None
