"""Words whose tag or place in the tree contradicts what stands around them."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from quotes import grammar
from quotes.attributions.resumption import is_report, is_thought, tense_of
from quotes.attributions.sources import may_speak
from quotes.attributions.spans import tells_somebody, venues
from quotes.lexicons import words
from quotes.once import forget
from quotes.speakers.gender import is_first_name

_NOUN_TAGS = {"NN": "VBP", "NNS": "VBZ"}  # of nouns, and of the verbs that look like them
_OF_NOUNS = grammar.COPULA | grammar.DETERMINER | grammar.POSSESSOR | grammar.CASE | grammar.ADJECTIVE
_TOLD = grammar.CLAUSE | grammar.RELATIVE | grammar.NOUN_CLAUSE
_VERBS_OR_NOUNS = frozenset({"claims", "demands", "reports"})
_AFTER_VERBS = grammar.CLAUSE | grammar.OPEN_CLAUSE
_OF_PHRASES = grammar.NOMINAL | {"ADP", "DET", "ADJ"}
_MARKS = frozenset('“”"')
_PERSON = frozenset({"PERSON"})
_FINDING = frozenset({"conclude", "find", "indicate", "reveal", "show"})
_CONDITIONS = frozenset({"after", "although", "as", "because", "if", "once", "since", "though", "unless", "until"})
_DAYS = frozenset({"today", "yesterday"})
_PARTED = 2  # tokens from a noun past a comma to its participle
_PARTICIPLES = frozenset({"VBD", "VBN", "JJ"})  # tags of "briefed on the plan", "close to the board" after a noun
(_CLAUSE,), (_NOUN_CLAUSE,), (_OBJECT,) = grammar.CLAUSE, grammar.NOUN_CLAUSE, grammar.OBJECT
(_SUBJECT,), (_OPEN,) = grammar.NOMINAL_SUBJECT, grammar.OPEN_CLAUSE
_PAST = frozenset({"VBD", "VBN"})
_ADVERBIAL = min(grammar.ADVERBIAL_CLAUSE)  # not that of a relative clause
(_CONJUNCT,), (_RELATIVE,) = grammar.CONJUNCT, grammar.RELATIVE
(_APPOSITION,), _ADVERBS = grammar.APPOSITION, frozenset({"RB"})
_NOUNS_OR_VERBS, _DONE = frozenset({"NOUN", "VERB"}), frozenset({"VBN"})


def mend(doc: Doc) -> Doc:
    """Return *doc* with its verbs mended where the words around them show them misread."""
    for mend_some in _MENDING:
        if list(mend_some(doc)):
            forget()
    return doc


def _mend_auxiliaries(doc: Doc) -> Iterator[Token]:
    """``Ann and Bo have both argued``: hang the subject on *argued*, not on *have*."""
    for subject in [doc[i] for i in grammar.where(doc, "DEP", grammar.SUBJECT)]:
        if subject.head.dep_ in grammar.AUXILIARY:
            subject.head = subject.head.head
            yield subject


def _mend_tags(doc: Doc) -> Iterator[Token]:
    """``The memo states that``: tag *states*, which has a subject and a clause, as a verb."""
    for subject in (doc[i] for i in grammar.where(doc, "DEP", grammar.SUBJECT)):
        verb = subject.head
        clause = _told(verb) if verb.tag_ in _NOUN_TAGS and subject.i < verb.i else None
        if clause is not None:
            verb.tag_, verb.pos_, clause.dep_ = _NOUN_TAGS[verb.tag_], "VERB", _CLAUSE
            yield verb


def _mend_joined_tags(doc: Doc) -> Iterator[Token]:
    """``puts the cost at two and recommends that``: tag *recommends*, joined to a verb, and with a clause, as one."""
    for verb in [doc[i] for i in grammar.where(doc, "DEP", grammar.CONJUNCT)]:
        joined = verb.tag_ in _NOUN_TAGS and verb.i > 0 and verb.nbor(-1).tag_ == "CC"
        clause = _told(verb) if joined and verb.head.tag_ in grammar.TENSED else None
        if clause is not None:
            verb.tag_, verb.pos_, clause.dep_ = _NOUN_TAGS[verb.tag_], "VERB", _CLAUSE
            yield verb


def _mend_names(doc: Doc) -> Iterator[Token]:
    """``Stridely says it is safe``: a name that looks like an adverb, and never stands without its capital."""
    adverbs = [doc[i] for i in grammar.where(doc, "TAG", _ADVERBS)]
    named = {token.text for token in adverbs if token.is_title and token.i and token.nbor(-1).is_lower}
    named -= {token.text.title() for token in adverbs if token.is_lower}
    for token in [each for each in adverbs if each.text in named and each.lower_.endswith("ly")]:
        token.tag_, token.pos_ = "NNP", "PROPN"
        verb, subject = token.head, grammar.subject(token.head)
        if verb.pos_ in {"VERB", "AUX"} and token.i < verb.i and (subject is None or subject.i > token.i):
            token.dep_ = _SUBJECT
            if subject is not None:
                subject.head, subject.dep_ = token, _APPOSITION  # "Stridely, the app, says"
        elif subject is not None and subject.i == token.i - 1:
            token.head, token.dep_ = subject, _APPOSITION  # "the app Stridely says"
        yield token


def _mend_claims(doc: Doc) -> Iterator[Token]:
    """``A second pal claims he left``: a verb after a singular. ``has dismissed claims it is late``: a noun."""
    for token in [doc[i] for i in grammar.where(doc, "LOWER", _VERBS_OR_NOUNS)]:
        noun = token.nbor(-1) if token.i else token
        below = [
            child for child in token.children if child.i > token.i and child.pos_ in {"VERB", "AUX", "ADJ", "NOUN"}
        ]
        clause = next((child for child in below if grammar.subject(child) is not None or child.tag_ == "VBD"), None)
        if token.tag_ == "NNS" and noun.tag_ == "NN" and clause is not None and _is_after_one(token):
            for child in [each for each in token.children if each.i < noun.i]:
                child.head = noun
            token.tag_, token.pos_, noun.dep_, clause.dep_ = "VBZ", "VERB", _SUBJECT, _CLAUSE
            yield token
        elif token.tag_ == "VBZ" and token.head == noun and token.dep_ in _AFTER_VERBS and clause is not None:
            token.tag_, token.pos_, token.dep_, clause.dep_ = "NNS", "NOUN", _OBJECT, _NOUN_CLAUSE
            yield token


def _is_after_one(token: Token) -> bool:
    return any(child.lower_ in {"a", "an", "another", "one"} for child in token.children)


def _told(token: Token) -> Token | None:
    """Return the head of the clause that *token* tells, None where it is a noun."""
    below = list(token.children)
    if any(child.dep_ in _OF_NOUNS for child in below):
        return None
    clauses = (child for child in below if child.dep_ in _TOLD and child.left_edge.i > token.i)
    return next((clause for clause in clauses if clause.left_edge.lower_ == "that"), None)


def _mend_participles(doc: Doc) -> Iterator[Token]:
    """``Officials briefed on the plan said``, ``aides, granted anonymity, said``: hang the noun on *said*."""
    for participle in [doc[i] for i in grammar.where(doc, "TAG", _PARTICIPLES)]:
        noun = _noun_before(participle) if participle.is_lower else None
        verb = _verb_after(participle, noun) if noun is not None and may_speak(noun) else None
        if noun is None or verb is None:
            continue
        for wrong in grammar.children(verb, grammar.SUBJECT):
            wrong.dep_ = _OBJECT  # "confirmed its authenticity"
        top = noun if noun == participle.head else participle
        if top.is_ancestor(verb):
            verb.head, verb.dep_ = verb if top.head == top else top.head, top.dep_
        for child in [each for each in participle.children if each.i < noun.left_edge.i]:
            child.head = verb  # "when Ann, asked about it, said"
        for child in [each for each in verb.children if participle.i < each.i < verb.i and each.pos_ in _OF_PHRASES]:
            child.head = participle  # "unsealed in February alleges"
        noun.head, noun.dep_ = verb, _SUBJECT
        participle.head, participle.dep_ = noun, _NOUN_CLAUSE
        yield noun


def _noun_before(participle: Token) -> Token | None:
    """Return the noun right before *participle*, or before its comma, of which the parse makes its subject or head."""
    noun: Token | None = grammar.subject(participle)
    if noun is None and participle.dep_ in grammar.NOUN_CLAUSE and participle.head.dep_ not in grammar.SUBJECT:
        noun = participle.head
    if noun is None or noun.i > participle.i or participle.i - noun.i > _PARTED:
        return None
    if grammar.child(participle, grammar.AUXILIARY | grammar.COPULA):
        return None
    if participle.i - noun.i == 1:
        return None if participle.tag_ == "VBD" and grammar.child(participle, grammar.OBJECT) else noun
    return noun if noun.nbor().text == "," else None


def _verb_after(participle: Token, noun: Token) -> Token | None:
    """Return the tensed verb without a subject that *noun* and the *participle* after it stand before."""
    doc, parted = noun.doc, participle.i - noun.i > 1
    above = [participle.head] if participle.dep_ in grammar.CLAUSE | grammar.SUBJECT else []
    beside = [token for token in participle.head.children if token.dep_ in grammar.CONJUNCT | grammar.PARATAXIS]
    near: list[Token] = [*above, *participle.children, *(beside if parted else ())]
    for verb in near:
        tensed = any(each.tag_ in grammar.TENSED for each in (verb, *grammar.children(verb, grammar.AUXILIARY)))
        subjects = [each for each in grammar.children(verb, grammar.SUBJECT) if each.i != participle.i]
        if (
            verb.i <= participle.i
            or not (tensed and verb.is_lower)
            or any(each.i < verb.i or not parted for each in subjects)
        ):
            continue
        before = doc[participle.i : verb.i]
        closed = before[-1].text == "," if parted else not any(each.is_punct or each.tag_ == "CC" for each in before)
        if closed and grammar.child(verb, grammar.MARKER) is None:
            return verb
    return None


def _mend_insertions(doc: Doc) -> Iterator[Token]:
    """``Her landlord, she says, predicted that``: hang *landlord* on *predicted*."""
    for verb in [doc[i] for i in grammar.where(doc, "DEP", grammar.PARATAXIS)]:
        subjects, outer = grammar.children(verb, grammar.SUBJECT), verb.head
        between = len(subjects) > 1 and subjects[-1].i < verb.i < outer.i and subjects[0].nbor().text == ","
        if between and not grammar.children(outer, grammar.SUBJECT):
            subjects[0].head = outer
            yield subjects[0]


def _mend_reports(doc: Doc) -> Iterator[Token]:
    """``Teams saved three, the ministry said in a statement``: hang the clause before on *said*."""
    for verb in [doc[i] for i in grammar.where(doc, "DEP", grammar.CONJUNCT)]:
        first, subject = verb.head, grammar.subject(verb)
        says = verb.lemma_.lower() in words("saying_verbs") or verb.lemma_ in _FINDING
        if subject is None or not first.i < subject.i < verb.i or not says:
            continue
        start = subject.left_edge.i
        comma = any(token.text == "," for token in doc[max(0, start - 1) : start + 1])
        own = grammar.children(verb, grammar.CLAUSE | grammar.OBJECT | grammar.OPEN_CLAUSE)
        if comma and not own and not any(_joins(doc, first, verb)):
            verb.head, verb.dep_ = verb if first.head == first else first.head, first.dep_
            first.head, first.dep_ = verb, _CLAUSE
            yield verb


def _mend_closing(doc: Doc) -> Iterator[Token]:
    """``Taxes rose, Ann Lee stresses.``, ``…, a study by Acme reveals today.``: tag the verb, give it its subject."""
    for verb in [doc[i] for i in grammar.where(doc, "TAG", frozenset({"NNS"}))]:
        noun = verb.nbor(-1) if verb.i > grammar.sentence(verb).start else verb
        if noun.pos_ != "PROPN" or not _closes(verb) or not _reports_as_verb(verb):
            continue
        first, beside = verb.head, [each for each in verb.children if each.i < verb.i]
        subject = grammar.subject(verb) or next((each for each in beside if each.pos_ in grammar.NOMINAL), None)
        told = first if verb.dep_ in grammar.CONJUNCT else grammar.child(verb, grammar.CLAUSE)
        if subject is None or told is None or not told.i < subject.left_edge.i or "," not in _between(told, subject):
            continue
        verb.tag_, verb.pos_, subject.dep_ = "VBZ", "VERB", _SUBJECT
        for late in [each for each in told.children if each.i > verb.i]:
            late.head = verb
        if verb.dep_ in grammar.CONJUNCT:
            verb.head, verb.dep_ = verb if first.head == first else first.head, first.dep_
            first.head, first.dep_ = verb, _CLAUSE
        yield verb


def _closes(verb: Token) -> bool:
    """Return whether *verb* ends its sentence, or only a day follows."""
    after = verb.doc[verb.i + 1 : grammar.sentence(verb).end]
    rest = [token for token in after if not (token.is_punct or token.is_space)]
    return not rest or (len(rest) == 1 and (rest[0].lower_ in words("names_calendar") or rest[0].lower_ in _DAYS))


def _reports_as_verb(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    return lemma in words("saying_verbs") or lemma in words("saying_next")


def _between(told: Token, subject: Token) -> set[str]:
    return {token.text for token in told.doc[told.i : subject.left_edge.i + 1]}


def _mend_hearers(doc: Doc) -> Iterator[Token]:
    """``Ann, a nurse, assured the judge that``: make *judge*, of two subjects the one after the verb, its object."""
    for heard in [doc[i] for i in grammar.where(doc, "DEP", grammar.SUBJECT)]:
        verb = heard.head
        subjects = grammar.children(verb, grammar.SUBJECT) if verb.i < heard.i and tells_somebody(verb) else []
        if len(subjects) > 1 and subjects[0].i < verb.i and grammar.child(verb, grammar.COPULA) is None:
            heard.dep_ = _OBJECT
            yield heard


def _mend_bodies(doc: Doc) -> Iterator[Token]:
    """``The club’s medical staff fear that``: tag *fear*, of which a clause hangs, and all the sentence, as a verb."""
    for verb in [doc[i] for i in grammar.where(doc, "TAG", frozenset({"NN"}))]:
        if verb.head != verb or verb.i == 0 or verb.lemma_.lower() not in words("thinking_verbs"):
            continue
        noun, that = (
            verb.nbor(-1),
            next((each for each in verb.children if grammar.links_with_that(each.left_edge)), None),
        )
        if that is None or that.left_edge.i != verb.i + 1 or noun.head != verb or noun.tag_ not in _NOUN_TAGS:
            continue
        if not may_speak(noun) or grammar.child(verb, grammar.COPULA | grammar.CASE) is not None:
            continue
        for child in [each for each in verb.children if each.i < noun.i]:
            child.head = noun
        verb.tag_, verb.pos_, noun.dep_, that.dep_ = "VBP", "VERB", _SUBJECT, _CLAUSE
        yield verb


def _mend_relatives(doc: Doc) -> Iterator[Token]:
    """``Ann Lee, who on Tuesday backed Bo, said``: make *who* the subject of *backed*, and *Ann Lee* that of *said*."""
    for who in [doc[i] for i in grammar.where(doc, "DEP", grammar.APPOSITION)]:
        noun, inner = who.head, who.head.head
        outer = inner.head
        relative = who.tag_ in grammar.QUESTION_WORDS and noun.dep_ in grammar.SUBJECT and inner.i > who.i
        if relative and inner.dep_ in grammar.CLAUSE and outer.i > inner.i and grammar.subject(outer) is None:
            noun.head, noun.dep_ = outer, _SUBJECT
            inner.head, inner.dep_ = noun, _RELATIVE
            who.head, who.dep_ = inner, _SUBJECT
            for late in [each for each in noun.children if who.i < each.i < inner.i]:
                late.head = inner
            yield who


def _mend_lists(doc: Doc) -> Iterator[Token]:
    """``Ann Lee (R-Ohio), Bo Ek (R-Utah) and Cy Ray``: join *Bo Ek*, a person as the others are, to *Ann Lee*."""
    for name in [doc[i] for i in grammar.where(doc, "DEP", grammar.APPOSITION)]:
        first = name.head
        people = {name.ent_type_, first.ent_type_} == _PERSON
        if people and any(
            each.i > name.i and each.ent_type_ in _PERSON for each in grammar.children(first, grammar.CONJUNCT)
        ):
            name.dep_ = _CONJUNCT
            yield name


def _mend_owners(doc: Doc) -> Iterator[Token]:
    """``Joanne and Michael Lee’s son``: make both, who share a surname, the owners of *son*."""
    for owned in [doc[i] for i in grammar.where(doc, "DEP", grammar.CONJUNCT)]:
        first, second = owned.head, grammar.possessor(owned)
        if second is None or second.i != first.i + _PARTED:
            continue
        shared = is_first_name(first.text) and is_first_name(second.text) and second.nbor(1).tag_ == "NNP"
        if shared and first.nbor(1).tag_ == "CC":
            owned.head, owned.dep_ = owned if first.head == first else first.head, first.dep_
            first.head, first.dep_ = owned, second.dep_
            second.head, second.dep_ = first, _CONJUNCT
            yield owned


def _mend_fronted(doc: Doc) -> Iterator[Token]:
    """``According to Acme, a third of us, the poor, eat little``: make *a third* the subject of *eat*."""
    for noun in [doc[i] for i in grammar.where(doc, "DEP", grammar.APPOSITION)]:
        named, verb = noun.head, noun.head.head
        case = grammar.child(named, grammar.CASE)
        fronted = case is not None and case.lower_ == "according" and named.i < noun.i < verb.i
        if fronted and verb.dep_ in grammar.MAIN_CLAUSE and grammar.subject(verb) is None:
            noun.head, noun.dep_ = verb, _SUBJECT
            yield noun


def _mend_phrases(doc: Doc) -> Iterator[Token]:
    """``said in a letter sent to Ann that``, ``vowed at the time to go``, ``admitted under questioning that``."""
    for noun in [doc[i] for i in grammar.where(doc, "POS", _NOUNS_OR_VERBS)]:
        verb, case = noun.head, grammar.child(noun, grammar.CASE | grammar.MARKER)
        if case is None or not verb.i < case.i < noun.i or verb.pos_ != "VERB":
            continue
        questioned = noun.tag_ == "VBG" and case.lower_ == "under"
        for clause in list(_told_in(noun, case)):
            if questioned:
                noun.tag_, noun.pos_ = "NN", "NOUN"
            clause.dep_ = _OPEN if clause.left_edge.lower_ == "to" else _CLAUSE
            clause.head = verb
            yield clause


def _told_in(noun: Token, case: Token) -> Iterator[Token]:
    """Yield the clauses that hang on *noun*, where or when it is said, or on a participle that belongs to it."""
    if case.lower_ == "at" and noun.lower_ == "time":
        yield from (each for each in grammar.children(noun, grammar.NOUN_CLAUSE) if each.left_edge.lower_ == "to")
    if case.lower_ == "under" and noun.tag_ == "VBG":
        yield from (each for each in grammar.children(noun, grammar.CLAUSE) if grammar.links_with_that(each.left_edge))
    if is_report(noun.head) and case.lower_ in venues().get(noun.lemma_.lower(), ()):
        participles = (each for each in grammar.children(noun, grammar.NOUN_CLAUSE) if each.tag_ == "VBN")
        clauses = (clause for each in participles for clause in grammar.children(each, grammar.CLAUSE))
        yield from (clause for clause in clauses if grammar.links_with_that(clause.left_edge))


def _mend_openers(doc: Doc) -> Iterator[Token]:
    """``Speaking for the state, Ann Lee, a lawyer, argued``: make *Ann Lee*, after the participle, the subject."""
    for opener in [doc[i] for i in grammar.where(doc, "DEP", grammar.SUBJECT | grammar.CLAUSE)]:
        verb, first = opener.head, grammar.sentence(opener).start
        if opener.tag_ != "VBG" or opener.i - first > 1 or opener.i > verb.i or verb.tag_ not in grammar.TENSED | _DONE:
            continue
        comma = next((i for i in range(opener.i, verb.i) if doc[i].text == ","), verb.i)
        noun = next((doc[i] for i in range(comma + 1, verb.i) if doc[i].pos_ in grammar.NOMINAL), None)
        own = [each for each in grammar.children(verb, grammar.SUBJECT) if each.i != opener.i]
        if noun is None or any(each.i < verb.i for each in own):
            continue
        for wrong in own:
            wrong.dep_ = _OBJECT
        noun = grammar.nominal_head(noun, comma + 1, verb.i)
        noun.head, noun.dep_, opener.dep_ = verb, _SUBJECT, _ADVERBIAL
        yield noun


def _mend_loose_ends(doc: Doc) -> Iterator[Token]:
    """``Lee praised “old values,” saying it was fine``: hang *saying*, which is no main verb, on the clause before."""
    for clause in [doc[i] for i in grammar.where(doc, "DEP", grammar.CLAUSE)]:
        verb = clause.head
        if verb.tag_ != "VBG" or not clause.i < verb.i or grammar.children(verb, grammar.AUXILIARY | grammar.SUBJECT):
            continue
        if grammar.subject(clause) is not None and _is_tensed(clause) and _comma_before(verb):
            clause.head, clause.dep_ = clause if verb.head == verb else verb.head, verb.dep_
            verb.head, verb.dep_ = clause, _ADVERBIAL
            yield verb


def _comma_before(verb: Token) -> bool:
    before = (token for token in reversed(verb.doc[max(0, verb.i - 3) : verb.i]) if not token.is_quote)
    return next((token.text == "," for token in before if token.pos_ not in grammar.BEFORE_VERBS), False)


def _mend_next_deeds(doc: Doc) -> Iterator[Token]:
    """``Lee made an offer, then said it was late``: join *said*, which has no subject of its own, to *made*."""
    for verb in [doc[i] for i in grammar.where(doc, "DEP", grammar.PARATAXIS)]:
        alone = verb.tag_ in grammar.TENSED and grammar.subject(verb) is None and verb.head.i < verb.i
        if alone and verb.nbor(-1).lower_ == "then" and _comma_before(verb):
            verb.dep_ = _CONJUNCT
            yield verb


def _mend_subjects(doc: Doc) -> Iterator[Token]:
    """``After it kept the law, Ann Lee (R) blamed``, ``it would rise and others have said``: the noun right before.

    A verb that has no subject, and a noun before it that no comma parts from it, though the parse makes it part of
    what stands before.
    """
    wrong = grammar.APPOSITION | grammar.CONJUNCT
    for noun in [doc[i] for i in grammar.where(doc, "DEP", wrong)]:
        verb = _verb_without_subject(noun)
        if verb is None or not may_speak(noun) or not is_report(verb):
            continue
        if noun.dep_ in grammar.CONJUNCT:
            first = noun.left_edge if noun.left_edge.tag_ == "CC" else doc[max(0, noun.left_edge.i - 1)]
            joiner = first if first.tag_ == "CC" else None
            outer = next((each for each in grammar.ancestors(noun.head) if _is_tensed(each) and each.i != verb.i), None)
            if joiner is None or outer is None:
                continue
            joiner.head = verb
            if verb.dep_ not in grammar.CONJUNCT and verb.head != verb:
                verb.dep_ = _CONJUNCT
        elif not verb.is_ancestor(noun) or not _is_parted(noun):
            continue
        noun.head, noun.dep_ = verb, _SUBJECT
        yield noun


def _is_parted(word: Token) -> bool:
    """Return whether a comma stands before what *word* heads; the parse may make it the first of that."""
    return word.left_edge.text == "," or grammar.follows_comma(word)


def _verb_without_subject(noun: Token) -> Token | None:
    """Return the tensed verb right after *noun*, its bracket and adverbs, that has no subject."""
    doc, i = noun.doc, noun.right_edge.i + 1
    auxiliary = doc[i] if i < len(doc) else None
    while i < len(doc) and doc[i].pos_ in grammar.BEFORE_VERBS:
        i += 1
    if i >= len(doc) or auxiliary is None or doc[i].pos_ != "VERB" or doc[i].sent != noun.sent:
        return None
    verb = doc[i]
    tensed = verb.tag_ in grammar.TENSED or any(each.tag_ in grammar.FINITE for each in doc[noun.right_edge.i + 1 : i])
    return verb if tensed and grammar.subject(verb) is None and not grammar.child(verb, grammar.MARKER) else None


def _mend_conditions(doc: Doc) -> Iterator[Token]:
    """``said if it was late, nobody would come``: hang the clause with *if* on the one that it is for."""
    for clause in [doc[i] for i in grammar.where(doc, "DEP", grammar.CLAUSE)]:
        marker = grammar.child(clause, grammar.MARKER)
        if marker is None or marker.lower_ not in _CONDITIONS or clause.i < clause.head.i:
            continue
        later = (each for each in grammar.children(clause.head, grammar.CLAUSE) if each.i > clause.i)
        main = next((each for each in later if grammar.child(each, grammar.MARKER) is None), None)
        follows = main is not None and main.left_edge.i == clause.right_edge.i + 1
        if main is not None and (follows or _is_parted(main)) and grammar.subject(main) is not None:
            clause.head, clause.dep_ = main, _ADVERBIAL
            yield clause


def _mend_asides(doc: Doc) -> Iterator[Token]:
    """``Acme faces Ann, who owns half and has asked that``: join *has asked* to *owns*, as no comma parts them."""
    for verb in [doc[i] for i in grammar.where(doc, "DEP", grammar.CONJUNCT)]:
        joiner = next(
            (token for token in reversed(doc[verb.head.i : verb.i]) if token.pos_ not in grammar.BEFORE_VERBS), None
        )
        if joiner is None or joiner.tag_ != "CC" or not _is_tensed(verb) or grammar.subject(verb) is not None:
            continue
        aside = next((token for token in reversed(doc[verb.head.i + 1 : joiner.i]) if _opens_aside(token)), None)
        clause = aside.head if aside is not None else verb
        between = doc[aside.i : joiner.i] if aside is not None else doc[0:0]
        closed = clause.i not in range(between.start, between.end) or any(token.text == "," for token in between)
        if not closed and clause.dep_ in grammar.RELATIVE and _is_tensed(clause):
            verb.head = clause
            yield verb


def _opens_aside(token: Token) -> bool:
    """``, who``, ``, which``: is *token* the subject of a relative clause after a comma?"""
    relative = token.tag_ in grammar.QUESTION_WORDS and token.dep_ in grammar.SUBJECT
    return relative and token.i > 0 and token.nbor(-1).text == ","


def _is_tensed(verb: Token) -> bool:
    return any(
        each.tag_ in grammar.FINITE for each in (verb, *grammar.children(verb, grammar.AUXILIARY | grammar.COPULA))
    )


def _mend_reports_joined(doc: Doc) -> Iterator[Token]:
    """``found that towns had to pay and called for a levy``: join *called* to *found*, as it is no infinitive."""
    for verb in [doc[i] for i in grammar.where(doc, "DEP", grammar.CONJUNCT)]:
        first = verb.head
        bare = first.tag_ == "VB" and verb.tag_ in _PAST and not grammar.children(verb, grammar.AUXILIARY)
        if not bare or not is_report(verb) or first.i > verb.i or grammar.subject(verb) is not None:
            continue
        told = next((each for each in (first, *grammar.ancestors(first)) if each.dep_ in grammar.CLAUSE), first)
        if told.i != first.i and told.head.tag_ == "VBD" and grammar.subject(told.head) is not None:
            verb.head, verb.tag_ = told.head, "VBD"
            yield verb


def _joins(doc: Doc, first: Token, verb: Token) -> Iterator[bool]:
    """Yield for each word from *first* to *verb* whether it joins clauses or marks a quotation."""
    return ((token.tag_ == "CC" and token.head in {first, verb}) or token.is_quote for token in doc[first.i : verb.i])


def _mend_conjuncts(doc: Doc) -> Iterator[Token]:
    """``Ann said the bridge was safe but would close``: join *would close* to *was safe*.

    Counted on PolNeAR's training articles, what is said goes on in 19 of 23 such places, unless a second report
    follows (``and accused``, 1 of 6).
    """
    for verb in [doc[i] for i in grammar.where(doc, "DEP", grammar.CONJUNCT)]:
        first = _said_before(verb)
        if first is not None and _goes_on(verb, first.head):
            verb.head = first
            yield verb


def _said_before(verb: Token) -> Token | None:
    """Return the head of the clause between the verb of saying and *verb*, which the parse joins to it, or None."""
    outer = verb.head
    if verb.pos_ not in {"VERB", "AUX"} or outer.lemma_.lower() not in words("saying_verbs"):
        return None
    clauses = [child for child in grammar.children(outer, grammar.CLAUSE) if outer.i < child.i < verb.i]
    return clauses[-1] if clauses and grammar.subject(clauses[-1]) is not None else None


def _goes_on(verb: Token, outer: Token) -> bool:
    """Return whether *verb*, joined to the verb of saying *outer*, tells more of what is said."""
    before = (token for token in reversed(verb.doc[outer.i : verb.i]) if token.pos_ not in grammar.BEFORE_VERBS)
    joiner = next(before, outer)
    if joiner.tag_ != "CC" or grammar.subject(verb) is not None or _is_beside_marks(joiner):
        return False
    comma, never = joiner.nbor(-1).text == ",", any(child.lower_ == "never" for child in verb.children)
    if is_thought(verb) or never:
        return not comma
    return not is_report(verb) and not (comma and tense_of(verb) == outer.tag_)


def _is_beside_marks(joiner: Token) -> bool:
    return any(token.text in _MARKS for token in joiner.doc[max(0, joiner.i - 2) : joiner.i + 2])


_MENDING = (
    _mend_auxiliaries,
    _mend_names,
    _mend_tags,
    _mend_joined_tags,
    _mend_claims,
    _mend_participles,
    _mend_insertions,
    _mend_closing,
    _mend_reports,
    _mend_hearers,
    _mend_bodies,
    _mend_relatives,
    _mend_lists,
    _mend_owners,
    _mend_fronted,
    _mend_phrases,
    _mend_openers,
    _mend_loose_ends,
    _mend_next_deeds,
    _mend_subjects,
    _mend_conditions,
    _mend_asides,
    _mend_reports_joined,
    _mend_conjuncts,
)
