"""Claims with what matters to a search, made of one small claim."""

import hashlib

from quotes.records import Member
from quotes.search import Filter, find_records, find_source, open_claims, write_index

MEMBER = {"type": "person", "named": True}


def sayer(base):
    """Return a function that makes claims of *base*."""

    def say(
        name="Ana Lee", words="“We won.”", *, article="a", date=None, publisher=None, members=(), called=None, **more
    ):
        key = f"{name} {words} {article} {more}"
        speaker = {"type": "person", "named": True, "gender": None, "title": None} | more.pop("speaker", {})
        local = "" if speaker["named"] else f"@{article}"
        speaker = {"id": name and f"{speaker['type']}:{name.casefold()}{local}", "name": name} | speaker
        speaker["members"] = tuple(Member(name=each, **MEMBER) for each in members)
        cue = {"act": "statement", "negated": False} | more.pop("cue", {})
        update = {
            "id": hashlib.sha256(key.encode()).hexdigest()[:16],
            "article": base.article.model_copy(update={"id": article, "date": date, "publisher": publisher}),
            "speaker": base.speaker.model_copy(update=speaker),
            "cue": base.cue.model_copy(update=cue),
            "source": base.source.model_copy(update={"text": called or name}),
            "text": words,
            "content": (base.content[0].model_copy(update={"text": words, "end": len(words)}),),
        }
        return base.model_copy(update=update | more)

    return say


def write(path, claims):
    """Write *claims* as JSON lines and return the path."""
    path.write_text("".join(f"{claim.to_json()}\n" for claim in claims), encoding="utf-8")
    return str(path)


def said(files, name, **asked):
    """Return the words that `quotes by` would list."""
    import json

    limit = asked.pop("limit", None)
    with open_claims(files, full_text="about" in asked) as claims:
        lines = find_records(claims, find_source(claims, name), Filter(**asked), limit=limit)
        return [json.loads(line)["text"] for line in lines]


def indexed(path, files):
    """Make an index of *files* and return its path."""
    write_index(path, files)
    return str(path)
