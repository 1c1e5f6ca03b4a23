-- People whose names contain what was asked or are a few typing errors away,
-- nearest first.
WITH asked AS (
    SELECT fold(?) AS folded
), scored AS (
    SELECT n.person_id,
        min(damerau_levenshtein(n.folded, asked.folded)) AS errors,
        bool_or(contains(' ' || n.folded, ' ' || asked.folded)) AS contained
    FROM person_name n, asked
    WHERE asked.folded <> ''
    GROUP BY n.person_id, asked.folded
    HAVING contained OR errors <= greatest(1, length(asked.folded) // 4)
)
SELECT d.* FROM scored JOIN person_detail d ON d.id = scored.person_id
ORDER BY errors > 0, NOT contained, errors, d.name, d.id
LIMIT ?;
