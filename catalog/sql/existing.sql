-- The facts of a catalog built before; what is derived is derived anew.
INSERT INTO source SELECT * FROM existing.source;
INSERT INTO page SELECT * FROM existing.page;
INSERT INTO title SELECT * FROM existing.title;
INSERT INTO alternative_name SELECT * FROM existing.alternative_name;
INSERT INTO title_link SELECT * FROM existing.title_link;
INSERT INTO person SELECT * FROM existing.person;
INSERT INTO credit SELECT * FROM existing.credit;
INSERT INTO statement SELECT * FROM existing.statement;
INSERT INTO identifier SELECT * FROM existing.identifier;
