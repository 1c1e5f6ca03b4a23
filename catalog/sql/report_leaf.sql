-- The leaf titles of those chosen: a film or episode itself, the episodes of a
-- season or series.
CREATE OR REPLACE TEMP TABLE leaf AS
WITH carried AS (
    SELECT number, key, number AS title FROM chosen WHERE kind IN ('film', 'episode')
    UNION ALL
    SELECT c.number, key, e.number FROM chosen c JOIN title e ON e.season_title = c.number
    WHERE c.kind = 'season' AND e.kind = 'episode'
    UNION ALL
    SELECT c.number, key, e.number FROM chosen c JOIN title e ON e.series = c.number
    WHERE c.kind = 'series' AND e.kind = 'episode' AND (e.season <> 0 OR /*specials*/)
)
SELECT *, '' AS given FROM carried;
