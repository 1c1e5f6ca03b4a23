-- The titles whose credits count for each part: the leaf titles and, unless it matters on which
-- of them, the seasons and series that carry credits themselves.
    SELECT title, key, given FROM leaf
    UNION ALL
    SELECT number, key, '' FROM chosen WHERE kind IN ('season', 'series') AND /*unplaced*/
    UNION ALL
    SELECT t.number, key, '' FROM chosen c JOIN title t ON t.series = c.number
    WHERE c.kind = 'series' AND t.kind = 'season' AND (t.season <> 0 OR /*specials*/) AND /*unplaced*/
