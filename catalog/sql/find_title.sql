-- Titles of a name, in one of the kinds: first as written, then without a
-- leading article. The nearer match only.
WITH asked AS (
    SELECT fold(?) AS folded
), hit AS (
    SELECT n.title_id, n.folded = asked.folded AS exact
    FROM title_name n, asked
    WHERE n.bare = bare(asked.folded)
      AND asked.folded <> ''
      AND list_contains(?::VARCHAR[], n.kind)
    QUALIFY exact = max(exact) OVER ()
)
SELECT d.* FROM title_detail d WHERE d.id IN (SELECT title_id FROM hit)
ORDER BY d.year, d.series_name, d.season, d.episode, d.id;
