-- The people of a role on the leaf titles chosen of whom no gender is stated, those with the
-- most first. Whoever has declared something about themselves is not asked again.
WITH tallied AS (
    SELECT title, person FROM credit SEMI JOIN leaf USING (title) WHERE /*credited*/
), unstated AS (
    SELECT person, count(*) AS titles
    FROM tallied LEFT JOIN person_gender USING (person)
    WHERE (gender IS NULL OR gender = 'unknown') AND person NOT IN (SELECT person FROM statement WHERE precedence = 'declaration')
    GROUP BY person
)
SELECT p.id, p.name, p.native_name, coalesce(g.conflict, false), titles::BIGINT, count(*) OVER ()::BIGINT
FROM unstated JOIN person p ON p.number = unstated.person LEFT JOIN person_gender g ON g.person = p.number
ORDER BY titles DESC, p.id
LIMIT ?;
