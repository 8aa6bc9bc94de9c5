"""``quotes show --explain``: the candidates of each sentence, and what became of them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from quotes.cli.marks import BRACKETS, STYLES
from quotes.controls import without_controls
from quotes.spaces import place_of

if TYPE_CHECKING:
    from rich.padding import Padding
    from rich.text import Text

    from quotes.attributions.explanation import Explanation
    from quotes.attributions.selection import Decision, Loss
    from quotes.records import Claim
    from quotes.values import Attribution

INDENT = 2
LONGEST = 100  # characters of a content; its middle is left out
FATES: dict["Loss", str] = {
    "joined": "joined with what else {rival} reports",
    "unsure": "too unsure: {threshold} is needed",
    "cue taken": "its cue is taken by {rival}",
    "overlap": "its content overlaps that of {rival}",
    "cue inside": "its cue stands in the content of {rival}",
    "cue around": "its content holds the cue of {rival}",
    "leads up": "its cue leads up to that of {rival}",
    "far surer": "its content holds {rival}, which is far surer",
    "empty": "all that it says is a pronoun",
    "mere act": "it is an act that {rival} tells of, and no claim",
}


def explained(explanations: "Sequence[Explanation]", claims: "Sequence[Claim]") -> "Iterator[Text | Padding]":
    """Yield what to print of *explanations*, sentence by sentence; candidates that stand are called as in *claims*."""
    from rich.padding import Padding
    from rich.text import Text

    numbers = {span.start: number for number, claim in enumerate(claims, start=1) for span in claim.cue.spans[:1]}
    for each in explanations:
        yield Text(_plain(each.sentence.text), style="bold")
        for line in _found_elsewhere(each, numbers):
            yield Padding(Text(line), (0, 0, 0, INDENT))
        for decision in each.decisions:
            yield Padding(_parts(decision.candidate), (0, 0, 0, INDENT))
            yield Padding(Text(_fate(decision, numbers)), (0, 0, 0, 2 * INDENT))
        yield Text()


def _found_elsewhere(explanation: "Explanation", numbers: Mapping[int, int]) -> Iterator[str]:
    """Yield what a sentence is content of, or that there is nothing to say of it."""
    for attribution, goes_on in explanation.inside:
        yield f"{'goes on with' if goes_on else 'content of'} {_called(attribution, numbers)}"
    if not explanation.inside and not explanation.decisions:
        yield "no rule proposes anything"


def _parts(attribution: "Attribution") -> "Text":
    """Return ``{source} <cue> [content]``, each as far as there is one."""
    from rich.text import Text

    content = " … ".join(piece.text for piece in attribution.content)
    texts = {
        "source": attribution.source.text if attribution.source else None,
        "cue": attribution.cue.text if attribution.cue else None,
        "content": _shortened(_plain(content)),
    }
    shown = [
        Text(_plain(text).join(BRACKETS[role]), style=STYLES[role]) for role, text in texts.items() if text is not None
    ]
    return Text(" ").join(shown)


def _fate(decision: "Decision", numbers: Mapping[int, int]) -> str:
    """Return what became of a candidate, the claim that it is or why it is none, and what it competed with."""
    from quotes.attributions.selection import needed

    one, rival = decision.candidate, decision.rival
    fate = FATES[decision.loss] if decision.loss else "{candidate}"
    said = fate.format(
        candidate=_called(one, numbers), rival=_called(rival, numbers) if rival else "", threshold=needed(one)
    )
    return f"{said}; {one.rule}, sure {one.confidence:.2f}, exact {one.exact:.2f}"


def _called(attribution: "Attribution", numbers: Mapping[int, int]) -> str:
    """Return ``claim 3``, or the cue of an attribution that is none."""
    cue = attribution.cue
    number = numbers.get(place_of(cue)[0]) if cue else None
    return f"claim {number}" if number else f"“{_plain(cue.text)}”" if cue else attribution.rule


def _shortened(text: str) -> str:
    """Return *text* without its middle when it is long."""
    if len(text) <= LONGEST:
        return text
    half = LONGEST // 2
    return f"{text[:half].rsplit(' ', 1)[0]} … {text[-half:].split(' ', 1)[-1]}"


def _plain(text: str) -> str:
    """Return *text* on one line, without what steers a terminal."""
    return " ".join(without_controls(text).split())
