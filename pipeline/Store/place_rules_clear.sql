-- Other rules follow in the same transaction.
delete from place_rule;
