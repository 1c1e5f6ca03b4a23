-- The leaf titles of a title: itself, or the episodes of a season or series.
-- The specials of a series (season 0) only if asked for.
SELECT d.* FROM title_detail d
WHERE d.kind IN ('film', 'episode')
  AND (d.id = $1 OR d.season_id = $1 OR d.series_id = $1 AND (d.season <> 0 OR $2))
ORDER BY d.season, d.episode, d.id;
