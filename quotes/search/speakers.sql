-- The speakers, made anew from all claims: so that they do not depend on the order in which these came.

INSERT INTO speakers (id, name, named, type, title, gender, claims)
WITH seen AS (
    SELECT speaker, name, named, type, title, gender, count(*) AS times FROM claims
    WHERE speaker IS NOT NULL GROUP BY 1, 2, 3, 4, 5, 6
    UNION ALL
    SELECT speaker, name, named, type, NULL, NULL, count(DISTINCT claim) FROM members GROUP BY 1, 2, 3, 4
), ranked AS (
    SELECT speaker, named, nullif(type, 'unknown') AS type, gender, times,
        first_value(name) OVER (
            PARTITION BY speaker ORDER BY length(name) - length(replace(name, ' ', '')) DESC, times DESC, name
        ) AS name,
        first_value(title) OVER (PARTITION BY speaker ORDER BY title IS NULL, times DESC, title) AS title
    FROM seen
)
SELECT speaker, name, max(named), coalesce(max(type), 'unknown'), title,
    CASE WHEN min(gender) = max(gender) THEN max(gender) END, -- contradictions are not known
    sum(times)
FROM ranked GROUP BY speaker;
