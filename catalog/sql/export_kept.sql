-- The same without what is held back for its source: rows of which each page cited is
-- the source's, rows that cite none where the source may have brought them, statements of
-- the source, and all that follows from these.

CREATE OR REPLACE TEMP MACRO may_pass(citations) AS CASE citations
    WHEN '' THEN /*uncited*/
    ELSE list_has_any(string_split(citations, chr(10)), (SELECT coalesce(list(key), []) FROM {page} WHERE source_id NOT IN (/*held back*/)))
END;

-- An episode goes with its season, a season with its series.
CREATE OR REPLACE TEMP TABLE kept_number AS
WITH passing AS MATERIALIZED (
    SELECT number, series, season_title FROM all_title WHERE may_pass(citations)
)
SELECT number FROM passing
WHERE (series = 0 OR series IN (SELECT number FROM passing)) AND (season_title = 0 OR season_title IN (SELECT number FROM passing))
ORDER BY number;

CREATE OR REPLACE TEMP VIEW kept_title AS SELECT t.* FROM all_title t SEMI JOIN temp.kept_number USING (number);

CREATE OR REPLACE TEMP VIEW kept_credit AS SELECT * FROM all_credit WHERE title IN (FROM temp.kept_number) AND may_pass(citations);

-- People go with the facts that name them.
CREATE OR REPLACE TEMP TABLE kept_people AS
SELECT number FROM temp.scope_people WHERE /*uncited*/
UNION
SELECT person FROM kept_credit WHERE NOT /*uncited*/
ORDER BY number;

CREATE OR REPLACE TEMP VIEW kept_person AS SELECT p.* FROM all_person p SEMI JOIN temp.kept_people USING (number);

CREATE OR REPLACE TEMP VIEW kept_statement AS SELECT * FROM all_statement WHERE source_id NOT IN (/*held back*/);

-- What the statements that are left come to.
CREATE OR REPLACE TEMP TABLE kept_gender AS
/*resolved*/;

CREATE OR REPLACE TEMP VIEW kept_person_gender AS FROM temp.kept_gender;

CREATE OR REPLACE TEMP VIEW kept_identifier AS SELECT * FROM {identifier} WHERE /*uncited*/;

CREATE OR REPLACE TEMP VIEW kept_alternative_name AS SELECT * FROM {alternative_name} WHERE /*uncited*/ AND title IN (FROM temp.kept_number);

CREATE OR REPLACE TEMP VIEW kept_listed AS SELECT * FROM {listed} WHERE title IN (FROM temp.kept_number) AND 'list:' || list NOT IN (/*held back*/);

CREATE OR REPLACE TEMP VIEW kept_chosen AS SELECT * FROM temp.chosen WHERE number IN (FROM temp.kept_number);

-- Films and seasons whose counts would not be those of the rows that are left.
CREATE OR REPLACE TEMP TABLE kept_touched AS
WITH changed AS (
    SELECT person FROM all_person_gender g LEFT JOIN temp.kept_gender k USING (person)
    WHERE g.gender <> coalesce(k.gender, 'unknown')
)
SELECT DISTINCT work FROM all_credit
WHERE work > 0
    AND (title NOT IN (FROM temp.kept_number) OR NOT may_pass(citations) OR person IN (SELECT person FROM changed))
ORDER BY work;

CREATE OR REPLACE TEMP VIEW kept_work_person AS SELECT * FROM {work_person} WHERE work IN (FROM temp.kept_number) AND work NOT IN (FROM temp.kept_touched);

CREATE OR REPLACE TEMP VIEW kept_work_credit AS SELECT * FROM {work_credit} WHERE work IN (FROM temp.kept_number) AND work NOT IN (FROM temp.kept_touched);

-- Where a page lies is said of each, whoever keeps it.
CREATE OR REPLACE TEMP VIEW kept_page AS FROM all_page;
