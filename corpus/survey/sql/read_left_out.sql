CREATE TABLE left_out AS SELECT article, source, place, kind, why FROM written_left_out
