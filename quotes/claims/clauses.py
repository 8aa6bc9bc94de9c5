"""Infinitives, indirect questions and objects with a complement, made whole clauses where the grammar says how."""

from collections.abc import Iterator

from spacy.tokens import Token

from quotes import grammar
from quotes.claims.complements import complement, is_plural
from quotes.claims.contents import Content, Maker, as_subject, says
from quotes.claims.edits import Edit, possessive, render, replaced

DO = {"VBD": "did", "VBP": "do", "VBZ": "does"}
RELATIVE_PRONOUNS = frozenset({"WDT", "WP"})  # tags
NEGATIONS = frozenset({"never", "not"})
ASIDES = frozenset({"ask", "assure", "hear", "know", "say", "see", "tell", "thank"})  # "I want to thank you"
JOINED = grammar.CONJUNCT | grammar.CLAUSE
KNOWN = frozenset({"it", "that", "the", "them", "these", "this", "those"})
VERBATIM = frozenset({"label", "quoted"})  # rules for what is said word by word
LONGEST_NOUN = 12  # tokens
ASKING = frozenset({"ask", "demand", "propose", "recommend", "request", "urge"})  # no facts: ``ask that they stop``
SUGGESTING = ASKING | {"insist", "suggest"}


def make_clause(content: Content) -> list[Edit] | None:
    """Return the edits that say *content* as a sentence of its own; None for what is none, such as a thing endorsed."""
    if content.attribution.cue is None:
        return content.edits
    content = content._replace(edits=sorted([*content.edits, *_joining_that(content)]))
    answers = (maker(content) for maker in (() if content.negated else MAKERS))
    made = next((answer for answer in answers if answer is not None), None)
    return content.edits if made is None and _is_clause(content) else made


def _joining_that(content: Content) -> Iterator[Edit]:
    """``taxes rose and that prices fell`` → ``taxes rose and prices fell``: leave out each *that* after *and*."""
    for piece in content.pieces:
        for that in piece[1:]:
            after = that.doc[that.i + 1 : that.i + 2]
            joined = that.nbor(-1).tag_ == "CC" and grammar.links_with_that(that) and not any(t.is_quote for t in after)
            if joined and that.head.dep_ in JOINED and content.first.start < that.i - 1:
                yield Edit(that.i - 1, that.i + 1, that.nbor(-1).text)


def _relative(content: Content) -> list[Edit] | None:
    """``a law, which critics say`` and then ``is unfair`` → ``a law is unfair``."""
    clause = _verb(content) or _verb(content, late=True) or _next_verb(content)
    antecedent = _antecedent(content.cue)
    if clause is None or antecedent is None or grammar.subject(clause) not in {None, content.first[0]}:
        return None
    helpers = grammar.children(clause, grammar.AUXILIARY | grammar.COPULA)
    if is_plural(content.cue.head) and "VBZ" in {each.tag_ for each in (*helpers, clause)}:
        return None  # "ignored the pots, which she says is odd"
    first = content.first[0]
    told = antecedent if first.tag_ in RELATIVE_PRONOUNS else f"{antecedent} {first.text}"
    return replaced(content.edits, Edit(first.i, first.i + 1, told))


def _next_verb(content: Content) -> Token | None:
    """``which``, and then ``are client states``: return the verb that opens the second piece."""
    opens = content.pieces[1][0] if len(content.pieces) > 1 and content.first[0].tag_ in RELATIVE_PRONOUNS else None
    return opens if opens is not None and opens.tag_ in grammar.FINITE else None


def _antecedent(verb: Token) -> str | None:
    """``a law, which critics say is``: return *a law*, which the relative clause of *verb* hangs on."""
    if verb.dep_ not in grammar.RELATIVE:
        return None
    noun, case = verb.head, grammar.child(verb.head, grammar.CASE)
    start = max(noun.left_edge.i, case.i + 1 if case is not None else 0)
    phrase = verb.doc[start : max(start, verb.left_edge.i)]
    while len(phrase) and (phrase[-1].is_punct or phrase[-1].tag_ in RELATIVE_PRONOUNS):
        phrase = phrase[:-1]
    return phrase.text if 0 < len(phrase) <= LONGEST_NOUN else None


def _infinitive(content: Content) -> list[Edit] | None:
    """``to reopen the line`` → ``Halden Foods will reopen the line``; ``shops to wait`` → ``shops should wait``.

    ``told shops`` and then ``to wait`` → ``shops should wait``, and ``found`` and then ``the unit to be safe`` → ``the
    unit is safe``, too.
    """
    to = _to(content)
    if to is None:
        return None
    before = content.doc[max(content.first.start, to.i - 1) : to.i].text.lower()
    negation = f" {before}" if before in NEGATIONS else ""
    start = to.i - bool(negation)
    after_subject, relative = start > content.first.start, content.first[0].tag_ in RELATIVE_PRONOUNS
    modal = says().get(f"{content.entry} … to" if after_subject else "") or says()[content.entry]
    subject = _antecedent(content.cue) if relative else "" if after_subject else _who(content, modal)
    verb, end = (modal, to.i + 1) if modal != "is" else _finite(content, to)
    if subject is None or not verb or (modal == "would" and to.head.lemma_ in ASIDES):
        return None
    verb += negation
    if not after_subject:
        told = {subject.lower(), possessive(subject).lower()}
        clear = [edit for edit in content.edits if edit.text.lower() not in told]  # "Ann Lee will sell her house"
        return replaced(clear, Edit(start, end, f"{subject} {verb}"))
    edits = replaced(content.edits, Edit(start, end, verb))
    if relative:
        return replaced(edits, Edit(content.first.start, content.first.start + 1, subject))
    return as_subject(content, start, edits)


def _gerund(content: Content) -> list[Edit] | None:
    """``committed to`` and then ``opening a school`` → ``Halden Foods will open a school``."""
    first = content.first[0]
    if first.tag_ != "VBG" or says().get(content.entry) != "will" or content.speaker is None:
        return None
    return replaced(content.edits, Edit(first.i, first.i + 1, f"{content.speaker} will {first.lemma_}"))


def _who(content: Content, modal: str) -> str | None:
    """Return what the infinitive is said of: who is told to, or expected to, or who wants to."""
    return content.hearer if modal == "should" or content.is_passive else content.speaker


def _finite(content: Content, to: Token) -> tuple[str, int]:
    """``to be safe`` → (``is``, the token after *be*), ``to have left`` → ``has``; nothing for another infinitive."""
    subject = next(iter(grammar.objects(content.cue)), None) or grammar.passive_subject(content.cue)
    be = to.nbor(1) if to.i + 1 < len(content.doc) else to
    forms = {"be": "are", "have": "have"} if subject is not None and is_plural(subject) else {"be": "is", "have": "has"}
    return forms.get(be.lower_, ""), be.i + 1


def _to(content: Content) -> Token | None:
    """Return the *to* of the infinitive that the content is, or that hangs beside its subject."""
    known = content.entry in says()
    tokens = (token for piece in content.pieces for token in piece) if known else ()
    return next((token for token in tokens if token.tag_ == "TO" and _hangs_on(token.head, content)), None)


def _hangs_on(verb: Token, content: Content) -> bool:
    """``urged shops to wait``, ``warned the gallery to be silent``: is the infinitive below the cue or its object?"""
    copula = grammar.child(verb, grammar.COPULA)
    helper = next((each for each in grammar.children(verb, grammar.AUXILIARY) if each.tag_ == "VB"), None)
    if verb.tag_ != "VB" and helper is None and (copula is None or copula.tag_ != "VB"):
        return False
    above = verb.head
    orders = "should" in {says()[content.entry], says().get(f"{content.entry} … to")}
    of_object = above.head.i == content.cue.i and above.dep_ in grammar.OBJECT and orders
    return above.i == content.cue.i or of_object


def _there(content: Content) -> list[Edit] | None:
    """``called for a public inquiry`` → ``there should be a public inquiry``: of what is not there, or not known."""
    begins = says().get(f"{content.entry} …", "")
    first, root = content.first[0], content.first.root
    whole = len(content.pieces) == 1 and root.pos_ == "NOUN" and all(token.tag_ != "TO" for token in content.first)
    owned = grammar.child(root, grammar.POSSESSOR) is not None or first.lower_ in KNOWN
    if not begins or not whole or owned or first.is_quote or grammar.child(root, grammar.COPULA) is not None:
        return None
    over = next((edit for edit in content.edits if edit.start == first.i), Edit(first.i, first.i + 1, first.text))
    return replaced(content.edits, over._replace(text=f"{begins} {over.text}"))


def _is_clause(content: Content) -> bool:
    """Return whether *content* reads as a sentence as it stands: a quotation, or a clause with a subject or tense."""
    if content.attribution.rule.partition(".")[0] in VERBATIM or _is_said(content):
        return True
    inside = {token.i for piece in content.pieces for token in piece}
    opening = next((word for piece in content.pieces for word in piece if not word.is_punct), content.first[0])
    words = (word for piece in content.pieces for word in piece)
    tops = [word for word in words if word.head.i not in inside or word.head.i == word.i]
    asked = opening.tag_ in grammar.QUESTION_WORDS and opening.lower_ != "that"  # however *that* is tagged
    if asked or opening.lower_ == "whether" or (opening.lower_ in {"if", "to"} and opening.head in tops):
        return False
    helpers = grammar.AUXILIARY | grammar.COPULA
    return any(
        grammar.subject(top) is not None or each.tag_ in grammar.FINITE
        for top in tops
        for each in (top, *grammar.children(top, helpers))
    )


def _is_said(content: Content) -> bool:
    """``“Liar!”``, ``“Protect the coral now.”``: does it stand between marks, with a capital?"""
    first, last = content.first, content.pieces[-1]
    marked = first[0].is_quote and last[-1].is_quote and len(first) > 1
    return marked and first[1].text[0].isupper()


def _verb(content: Content, *, late: bool = False) -> Token | None:
    """Return the verb of the clause under the cue that the first piece holds; with *late*, that the last one does."""
    piece, clauses = content.pieces[-1 if late else 0], grammar.children(content.cue, grammar.CLAUSE)
    return next((verb for verb in clauses if piece.start <= verb.i < piece.end), None)


def _suggested(content: Content) -> list[Edit] | None:
    """``that the coral be given a name`` → ``the coral should be given a name``."""
    verb = _verb(content) if content.cue.lemma_.lower() in SUGGESTING else None
    if verb is None or grammar.subject(verb) is None:
        return None
    helpers = grammar.children(verb, grammar.AUXILIARY | grammar.COPULA)
    bare = (helpers or [verb])[0]
    subjunctive = bare.tag_ == "VB" or (bare.tag_ == "VBP" and content.cue.lemma_.lower() in ASKING)
    if not subjunctive or grammar.child(verb, grammar.MARKER) is None:
        return None
    return replaced(content.edits, Edit(bare.i, bare.i + 1, f"should {bare.text}"))


def _question(content: Content) -> list[Edit] | None:
    """``why the firm had waited`` → ``why had the firm waited``, ``whether it works`` → ``does it work``."""
    doc, start = content.doc, content.first.start
    asked_so = content.asks and content.attribution.rule == "clause.question"
    verb = _verb(content) if asked_so else None
    if verb is None or grammar.child(verb, grammar.CONJUNCT):
        return None
    subject = grammar.subject(verb) or grammar.child(verb, grammar.EXPLETIVE)
    if subject is None or subject.left_edge.i <= start:
        return content.edits if subject is not None and subject.tag_ in grammar.QUESTION_WORDS else None
    helpers = (
        token for token in grammar.children(verb, grammar.AUXILIARY | grammar.COPULA) if token.tag_ in grammar.FINITE
    )
    helper = next(helpers, verb if verb.lower_ in grammar.FORMS_OF_BE else None)
    moved = helper or verb
    first, end = subject.left_edge.i, subject.right_edge.i + 1
    if end > moved.i or moved.i >= content.first.end or (helper is None and verb.tag_ not in DO):
        return None
    asked = "" if doc[start].lower_ in {"if", "whether"} else render(doc, start, first, content.edits)
    left = render(doc, first, moved.i, content.edits)
    words = [asked, moved.text if helper else DO[verb.tag_], left, "" if helper else verb.lemma_]
    return replaced(content.edits, Edit(start, moved.i + 1, " ".join(filter(None, words))))


MAKERS: tuple[Maker, ...] = (_relative, _question, _suggested, _infinitive, _gerund, complement, _there)
