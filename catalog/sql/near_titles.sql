-- Titles whose names contain what was asked or are a few typing errors away,
-- nearest first.
WITH asked AS (
    SELECT fold(?) AS folded
), scored AS (
    SELECT n.title_id,
        min(damerau_levenshtein(n.folded, asked.folded)) AS errors,
        bool_or(contains(' ' || n.folded, ' ' || asked.folded)) AS contained
    FROM title_name n, asked
    WHERE list_contains(?::VARCHAR[], n.kind) AND asked.folded <> ''
    GROUP BY n.title_id, asked.folded
    HAVING contained OR errors <= greatest(1, length(asked.folded) // 4)
)
SELECT d.* FROM scored JOIN title_detail d ON d.id = scored.title_id
ORDER BY errors > 0, NOT contained, errors, list_position(?::VARCHAR[], d.kind), d.year, d.id
LIMIT ?;
