-- The tables of an index. `speakers` and `aliases` are made anew from `claims` and `members` whenever claims were added.

CREATE TABLE articles (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    title TEXT,
    date TEXT,
    publisher TEXT,
    authors TEXT NOT NULL, -- joined by "; "
    language TEXT,
    url TEXT,
    path TEXT,
    UNIQUE (id, sha256)
);

CREATE TABLE speakers (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL, -- the fullest that an article uses
    named INTEGER NOT NULL,
    type TEXT NOT NULL,
    title TEXT,
    gender TEXT,
    claims INTEGER NOT NULL -- their own, and those of several speakers together
) WITHOUT ROWID;

CREATE TABLE aliases ( -- what a speaker may be asked for by
    speaker TEXT NOT NULL REFERENCES speakers (id),
    kind TEXT NOT NULL, -- name, surname, acronym; phrase for unnamed ones; together for several
    words TEXT NOT NULL, -- in lower case, without accents
    alias TEXT NOT NULL,
    PRIMARY KEY (speaker, kind, words)
) WITHOUT ROWID;

CREATE TABLE claims (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    article INTEGER NOT NULL REFERENCES articles (key),
    speaker TEXT REFERENCES speakers (id), -- null: nobody found
    name TEXT, -- this and the next six: the speaker as the record has it
    named INTEGER NOT NULL,
    type TEXT NOT NULL,
    title TEXT,
    affiliation TEXT,
    gender TEXT,
    pin TEXT, -- the identity, where a file of aliases gave it
    source TEXT, -- the words used for the speaker
    mention TEXT NOT NULL,
    cue TEXT,
    lemma TEXT,
    act TEXT NOT NULL,
    stance TEXT NOT NULL,
    negated INTEGER NOT NULL,
    modality TEXT,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    standalone TEXT, -- the claim as a sentence that stands alone
    words INTEGER NOT NULL, -- how many words of content
    start INTEGER NOT NULL, -- where the content starts
    time TEXT, -- when it was said
    checkworthy REAL,
    parent TEXT, -- the id of the claim that holds this one
    depth INTEGER NOT NULL,
    rule TEXT NOT NULL,
    confidence REAL NOT NULL
);

CREATE TABLE members ( -- who is meant when a claim has several speakers, as the article has them
    claim INTEGER NOT NULL REFERENCES claims (key),
    place INTEGER NOT NULL, -- among them
    speaker TEXT NOT NULL REFERENCES speakers (id),
    name TEXT NOT NULL,
    named INTEGER NOT NULL,
    type TEXT NOT NULL,
    pin TEXT, -- the identity, where a file of aliases gave it
    PRIMARY KEY (claim, place)
) WITHOUT ROWID;

CREATE TABLE spans (
    claim INTEGER NOT NULL REFERENCES claims (key),
    role TEXT NOT NULL, -- content, cue, source, addressee, venue or time
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL
);

CREATE TABLE records ( -- the JSON line that a claim came as
    claim INTEGER PRIMARY KEY REFERENCES claims (key),
    json TEXT NOT NULL
);
