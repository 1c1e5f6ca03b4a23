-- The people of each part whose first credit in a role it is, by gender: for certain where
-- nothing outside of the part may be earlier. unsure are those of whom it cannot be told.
WITH carrying AS (
    /*carrying*/
), reached AS (
    SELECT key, person, count(DISTINCT title) = any_value(candidates) AND NOT any_value(open) AS sure
    FROM (FROM first_credit WHERE role = '/*role*/') JOIN carrying USING (title)
    GROUP BY key, person
)
SELECT key, '', '/*role*/',
    count(*) FILTER (sure AND gender = 'woman')::BIGINT,
    count(*) FILTER (sure AND gender = 'man')::BIGINT,
    count(*) FILTER (sure AND gender = 'nonbinary')::BIGINT,
    count(*) FILTER (sure AND (gender IS NULL OR gender = 'unknown'))::BIGINT,
    count(*) FILTER (NOT sure)::BIGINT
FROM reached LEFT JOIN person_gender USING (person)
GROUP BY key
ORDER BY key;
