
-- On which of them somebody of the genders given holds the role given. Where
-- somebody's gender is unknown and nobody is of those, or no credit is held, it is
-- not known.
CREATE OR REPLACE TEMP TABLE leaf AS
WITH holding AS (
    SELECT c.title, coalesce(gender, 'unknown')::VARCHAR AS gender
    FROM credit c SEMI JOIN leaf USING (title) LEFT JOIN person_gender USING (person)
    WHERE role = '/*role*/' AND (billing = 1 OR NOT /*lead*/)
), standing AS (
    SELECT title,
        CASE WHEN bool_or(gender IN (/*genders*/)) THEN 'yes' WHEN bool_or(gender = 'unknown') THEN 'unknown' ELSE 'no' END AS state
    FROM holding GROUP BY title
)
SELECT leaf.* REPLACE (coalesce(state, 'unknown') AS given) FROM leaf LEFT JOIN standing USING (title);
