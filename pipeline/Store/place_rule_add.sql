-- One row: a rule that the orders are derived by from now on.
insert into place_rule values ($district, $value);
