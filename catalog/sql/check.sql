-- What must hold of a catalog before it is used: each row returned is one
-- breach, in words.

SELECT format('the source {} is there already: build anew instead of adding it once more', id) AS breach
FROM source GROUP BY id HAVING count(*) > 1

UNION ALL
SELECT format('two pages have the key {}', key)
FROM page GROUP BY key HAVING count(*) > 1

UNION ALL
SELECT format('a statement about {} comes from {}, which is no source held', person_id, source_id)
FROM statement ANTI JOIN source ON source.id = statement.source_id

UNION ALL
SELECT format('{} is of the season {}, which is not held', title_id, season_id)
FROM title_link ANTI JOIN title ON title.id = title_link.season_id
WHERE season_id <> ''

UNION ALL
SELECT format('{} is of the series {}, which is not held', title_id, series_id)
FROM title_link ANTI JOIN title ON title.id = title_link.series_id

UNION ALL
SELECT format('a row cites {}, which is no page held', citation)
FROM (
    SELECT unnest(citations) AS citation FROM title
    UNION SELECT unnest(citations) FROM credit_as_given
    UNION SELECT citation FROM statement WHERE citation <> ''
) ANTI JOIN page ON page.key = citation

LIMIT 20;
