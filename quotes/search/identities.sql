-- Who each source is over all articles: by the user's aliases, else by what its name, title and affiliation tell,
-- else by its article alone. Several who speak together are all of them, in any order.

UPDATE claims SET speaker = found.id FROM (
    SELECT claims.key, coalesce(
        pin,
        (
            SELECT identities.id FROM identities WHERE identities.name = claims.name AND identities.type = claims.type
            AND identities.title IS claims.title AND identities.affiliation IS claims.affiliation AND claims.named
        ),
        local_id(articles.id, claims.name, claims.type, claims.named)
    ) AS id
    FROM claims JOIN articles ON articles.key = article WHERE claims.name IS NOT NULL
) AS found WHERE found.key = claims.key AND found.id IS NOT speaker;

UPDATE members SET speaker = found.id FROM (
    SELECT members.claim, members.place, coalesce(
        members.pin,
        (
            SELECT identities.id FROM identities WHERE identities.name = members.name AND identities.type = members.type
            AND identities.title IS NULL AND identities.affiliation IS NULL AND members.named
        ),
        local_id(articles.id, members.name, members.type, members.named)
    ) AS id
    FROM members JOIN claims ON claims.key = members.claim JOIN articles ON articles.key = article
) AS found WHERE found.claim = members.claim AND found.place = members.place AND found.id <> members.speaker;

UPDATE claims SET speaker = (
    SELECT group_concat(speaker, ' & ') FROM (SELECT DISTINCT members.speaker FROM members WHERE claim = key ORDER BY members.speaker)
) WHERE key IN (SELECT claim FROM members);
