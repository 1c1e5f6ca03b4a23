-- IMDb's identifiers are staged as numbers, which are compared and grouped
-- several times faster than their texts. What is no identifier is NULL.
CREATE OR REPLACE TEMP MACRO title_number(id) AS CASE WHEN id LIKE 'tt%' THEN try_cast(substr(id, 3) AS UINTEGER) END;
CREATE OR REPLACE TEMP MACRO person_number(id) AS CASE WHEN id LIKE 'nm%' THEN try_cast(substr(id, 3) AS UINTEGER) END;
CREATE OR REPLACE TEMP MACRO title_id(number) AS 'tt' || CASE WHEN number < 10000000 THEN lpad(number::VARCHAR, 7, '0') ELSE number::VARCHAR END;
CREATE OR REPLACE TEMP MACRO person_id(number) AS 'nm' || CASE WHEN number < 10000000 THEN lpad(number::VARCHAR, 7, '0') ELSE number::VARCHAR END;

-- Words and rows that are left aside, for the report.
CREATE OR REPLACE TABLE stage.left_aside (what VARCHAR, word VARCHAR, times BIGINT);

-- The characters of a credit: a JSON list, most often of one plain name, or what
-- is written there.
CREATE OR REPLACE TEMP MACRO named(text) AS
    CASE WHEN text LIKE '["%"]' AND NOT contains(text, '","') AND NOT contains(text, chr(92)) THEN [substr(text, 3, length(text) - 4)]
    WHEN json_valid(text) THEN coalesce(try_cast(text::JSON AS VARCHAR[]), [text]) ELSE [text] END;
