-- The facts of a catalog built before; what is derived is derived anew.
INSERT INTO source FROM existing.source;
INSERT INTO page FROM existing.page;
INSERT INTO title FROM existing.title;
INSERT INTO alternative_name FROM existing.alternative_name;
INSERT INTO person FROM existing.person;
INSERT INTO credit FROM existing.credit;
INSERT INTO statement FROM existing.statement;
INSERT INTO identifier FROM existing.identifier;
INSERT INTO listed FROM existing.listed;
