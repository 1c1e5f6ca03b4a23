CREATE TABLE mentions AS SELECT article, kind, id, name, gender, times FROM written_mentions
