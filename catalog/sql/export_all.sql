-- The tables that an export is made of, as far as it is about them. A part of a catalog is
-- looked out once and kept; the whole is read as it is.
CREATE OR REPLACE TEMP /*kept as*/ all_title AS SELECT t.* FROM {title} t SEMI JOIN temp.scope_number USING (number);

CREATE OR REPLACE TEMP /*kept as*/ all_credit AS SELECT * FROM {credit} WHERE title IN (FROM temp.scope_number);

CREATE OR REPLACE TEMP TABLE scope_people AS
SELECT number FROM {person} WHERE /*whole*/
UNION
SELECT person FROM all_credit WHERE NOT /*whole*/
ORDER BY number;

CREATE OR REPLACE TEMP /*kept as*/ all_person AS SELECT p.* FROM {person} p SEMI JOIN temp.scope_people USING (number);

CREATE OR REPLACE TEMP /*kept as*/ all_statement AS SELECT * FROM {statement} WHERE person IN (FROM temp.scope_people);

CREATE OR REPLACE TEMP /*kept as*/ all_person_gender AS SELECT * FROM {person_gender} WHERE person IN (FROM temp.scope_people);

CREATE OR REPLACE TEMP VIEW all_identifier AS FROM {identifier};

CREATE OR REPLACE TEMP VIEW all_alternative_name AS SELECT * FROM {alternative_name} WHERE title IN (FROM temp.scope_number);

CREATE OR REPLACE TEMP VIEW all_listed AS SELECT * FROM {listed} WHERE title IN (FROM temp.scope_number);

CREATE OR REPLACE TEMP VIEW all_work_person AS SELECT * FROM {work_person} WHERE work IN (FROM temp.scope_number);

CREATE OR REPLACE TEMP VIEW all_work_credit AS SELECT * FROM {work_credit} WHERE work IN (FROM temp.scope_number);

CREATE OR REPLACE TEMP VIEW all_chosen AS FROM temp.chosen;

CREATE OR REPLACE TEMP /*kept as*/ all_page AS SELECT * FROM {page} WHERE /*whole*/ OR key IN (
    SELECT unnest(string_split(citations, chr(10))) FROM all_title
    UNION SELECT unnest(string_split(citations, chr(10))) FROM all_credit
    UNION SELECT citation FROM all_statement
);
