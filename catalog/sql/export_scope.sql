-- The titles that an export is about: those chosen with their episodes, seasons and
-- series, or all. The text in braces names a table of
-- the catalog.
CREATE OR REPLACE TEMP TABLE scope_number AS
SELECT DISTINCT number FROM (
    SELECT number FROM {title} WHERE /*whole*/
    UNION ALL
    SELECT number FROM temp.chosen
    UNION ALL
    SELECT unnest([t.series, t.season_title]) FROM temp.chosen c JOIN {title} t ON t.number = c.number
    UNION ALL
    SELECT e.number FROM temp.chosen c JOIN {title} e ON e.season_title = c.number WHERE c.kind = 'season'
    UNION ALL
    SELECT e.number FROM temp.chosen c JOIN {title} e ON e.series = c.number WHERE c.kind = 'series'
)
WHERE number > 0
ORDER BY number;
