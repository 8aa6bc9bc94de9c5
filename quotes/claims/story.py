"""What is known of a whole article when its claims are made: the page, who says what, and whom each mention means."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Span, Token

from quotes import grammar
from quotes.claims.edits import listed
from quotes.claims.places import ParsedPage
from quotes.speakers.article import Reading
from quotes.speakers.meaning import Meaning
from quotes.speakers.phrases import head, noun_phrase
from quotes.speakers.roles import is_plural
from quotes.speakers.salience import Referent
from quotes.values import Attribution, Quotation, Speaker

VERBATIM_RULES = frozenset({"label.transcript"})  # ``SMITH: We won.``: a turn in a transcript needs no marks
DETERMINERS = frozenset({"a", "an", "one", "that", "the", "this"})


@dataclass(frozen=True)
class Story:
    """An article with its attributions, their speakers, and the reading of its mentions."""

    page: ParsedPage
    attributions: Sequence[Attribution]
    speakers: Sequence[Speaker]
    reading: Reading

    @property
    def doc(self) -> Doc:
        """The parse."""
        return self.page.doc

    @cached_property
    def quotation_at(self) -> dict[int, Quotation]:
        """Return the innermost quotation around each token that stands in one."""
        ordered = sorted(self.page.quotations, key=_depth)
        return {i: each for each in ordered for i in range(each.span.start, each.span.end)}

    def meaning_at(self, token: Token) -> Meaning | None:
        """Return whom the mention means whose name ends with *token*, or which *token* heads."""
        return self.reading.meanings.get(token.i)

    def meaning_of(self, token: Token) -> Meaning | None:
        """Return whom the mention means that *token* heads, or of whose name it is any word."""
        name = self.reading.registry.name_at(token.i)
        return self.meaning_at(self.doc[name.end - 1] if name else token)

    def name_of(self, referent: Referent) -> str | None:
        """Return what to call *referent* where nothing was said of it before: its name, or its noun with *the*."""
        if referent.entity is not None:
            return f"{'the ' if referent.entity.key in self._with_the else ''}{referent.entity.name}"
        if referent.members:
            names = [name for member in referent.members if (name := self.name_of(member))]
            return listed(names) if len(names) == len(referent.members) else None
        if referent.name is not None:
            return referent.name if "’s " in referent.name else f"the {referent.name}"
        return _definite_phrase(referent.noun) if referent.noun is not None else None

    @cached_property
    def _with_the(self) -> set[int]:
        """Return the keys of the entities before whose names the article mostly says *the*."""
        votes: Counter[int] = Counter()
        registry = self.reading.registry
        for name, meant in zip(registry.names, registry.meanings, strict=True):
            if name.start and meant and meant[0].type != "person" and name.text == meant[0].name:
                votes[meant[0].key] += 1 if self.doc[name.start - 1].lower_ == "the" else -1
        return {key for key, count in votes.items() if count > 0}

    @cached_property
    def source_meanings(self) -> list[Meaning | None]:
        """Return whom the source of each attribution means; a relative pronoun means what its clause stands at."""
        return [self._source_meaning(attribution.source) for attribution in self.attributions]

    def _source_meaning(self, source: Span | None) -> Meaning | None:
        if source is None:
            return None
        token = head(source, self.reading.registry)
        if token.tag_ in {"WDT", "WP"}:
            clause = next((above for above in grammar.ancestors(token) if above.dep_ in grammar.RELATIVE), token)
            token = clause.head
        return self.meaning_of(token)

    @cached_property
    def _turns(self) -> set[int]:
        """Return the tokens of transcript turns."""
        turns = (each for each in self.attributions if each.rule in VERBATIM_RULES)
        return {token.i for turn in turns for piece in turn.content for token in piece}

    def is_verbatim(self, token: Token) -> bool:
        """Return whether *token* is the speaker's own word: in a quotation, or in a turn of a transcript."""
        return token.i in self.quotation_at or token.i in self._turns

    def quoted_speaker(self, token: Token) -> Speaker | None:
        """Return who says *I* at *token*: the speaker of the quotation, or turn of a transcript, that it stands in."""
        quotation = self.quotation_at.get(token.i)
        around = quotation.span if quotation else self.doc[token.i : token.i + 1]
        owners = [
            (sum(len(piece) for piece in each.content), number)
            for number, each in enumerate(self.attributions)
            if (quotation or each.rule in VERBATIM_RULES) and _covers(each.content, around)
        ]
        return self.speakers[min(owners)[1]] if owners else None


def _definite_phrase(noun: Token) -> str | None:
    """``a board member`` → ``the board member``; None for what is told of by its owner, or in a clause."""
    phrase = noun_phrase(noun, grammar.sentence(noun))
    if grammar.possessor(noun) is not None or grammar.child(noun, grammar.RELATIVE) or noun.left_edge.tag_ == "WRB":
        return None
    if any(child.lower_ in DETERMINERS for child in noun.lefts):
        return f"the {phrase}"
    return phrase if is_plural(noun) else None


def _depth(quotation: Quotation) -> int:
    return quotation.depth


def _covers(content: Sequence[Span], span: Span) -> bool:
    return any(piece.start <= span.start and span.end <= piece.end for piece in content)
