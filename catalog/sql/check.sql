-- What must hold of the facts before they are numbered: each row returned is one
-- breach, in words.

SELECT 'no film, series or episode is in what was read: a catalog of nothing is not built' AS breach
WHERE NOT EXISTS (FROM title) AND NOT EXISTS (FROM title_as_given)

UNION ALL
SELECT format('the source {} is there already: build anew instead of adding it once more', id)
FROM source GROUP BY id HAVING count(*) > 1

UNION ALL
SELECT format('two pages have the key {}', key)
FROM page GROUP BY key HAVING count(*) > 1

UNION ALL
SELECT format('a statement about {} comes from {}, which is no source held', person_id, source_id)
FROM statement_as_given ANTI JOIN source ON source.id = statement_as_given.source_id

UNION ALL
SELECT format('{} is of the {} {}, which is not held', id, of, parent)
FROM (
    SELECT id, 'season' AS of, season_id AS parent FROM title_as_given WHERE season_id <> ''
    UNION ALL
    SELECT id, 'series', series_id FROM title_as_given WHERE series_id <> ''
) AS link
WHERE parent NOT IN (SELECT id FROM title_as_given) AND parent NOT IN (SELECT id FROM title)

UNION ALL
SELECT format('a row cites {}, which is no page held', citation)
FROM (
    SELECT unnest(citations) AS citation FROM title_as_given
    UNION SELECT unnest(citations) FROM credit_as_given
    UNION SELECT citation FROM statement_as_given WHERE citation <> ''
) ANTI JOIN page ON page.key = citation

LIMIT 20;
