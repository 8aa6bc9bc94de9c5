"""What a mention means, and what a reader has at hand to tell: the page, and who is in mind."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from quotes.speakers.registry import Entity, Registry
from quotes.speakers.salience import Referent, Scene
from quotes.speakers.works import Work
from quotes.values import Gender

SAME_PARAGRAPH, LAST_SENTENCE = 2.0, 1.4


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a mention was taken to mean, with the runners-up and each one's share of the salience."""

    referent: Referent
    share: float = 1.0
    others: tuple[tuple[Referent, float], ...] = ()


Meanings = dict[int, Meaning]
Genders = Mapping[int, Gender]


@dataclass(frozen=True, slots=True)
class ReaderPage:
    """What does not change while the article is read."""

    registry: Registry
    scene: Scene
    genders: Genders  # of entities, told by pronouns in the reading before
    gender: bool  # whether to infer any
    works: Mapping[int, Work]  # by the last token of the title, and by the noun beside it

    def named(self, entity: Entity) -> Referent:
        """Return the referent that *entity* is."""
        gender = entity.gender or self.genders.get(entity.key)
        return Referent(f"e{entity.key}", entity.type, entity, gender=gender)

    def nearness(self, token: int, seen: int) -> float:
        """Return how much more a referent counts that was *seen*, outside marks, in this paragraph or sentence."""
        if seen in self.scene.quoted:
            return 1.0
        if self.scene.paragraphs[seen] == self.scene.paragraphs[token]:
            return SAME_PARAGRAPH
        return LAST_SENTENCE if self.scene.sentences[token] - self.scene.sentences[seen] <= 1 else 1.0


def most(referents: Iterable[Referent], score: Callable[[Referent], float]) -> Meaning | None:
    """Return the referent of highest score, with its share of the whole, and the others."""
    scored = [(score(referent), -number, referent) for number, referent in enumerate(referents)]
    scored.sort(key=lambda row: row[:2], reverse=True)
    total = sum(row[0] for row in scored)
    if not scored or total <= 0:
        return None
    shares = [(referent, weight / total) for weight, _, referent in scored if weight > 0]
    return Meaning(shares[0][0], shares[0][1], tuple(shares[1:4]))


def together(members: tuple[Referent, ...]) -> Referent:
    """Return the referent that *members* are together."""
    return Referent("+".join(sorted(member.key for member in members)), "group", plural=True, members=members)
